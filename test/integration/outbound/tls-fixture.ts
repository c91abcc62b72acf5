/**
 * A self-signed certificate for usage.example.com, valid until 2126, and its key. It secures nothing: tests only.
 * openssl ecparam -name prime256v1 -genkey -noout -out key.pem
 * openssl req -x509 -new -key key.pem -days 36500 -subj /CN=usage.example.com \
 *   -addext subjectAltName=DNS:usage.example.com -out cert.pem
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBrTCCAVOgAwIBAgIUAo8rmWHhwVfDHl7MqUcmR+va/tQwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRdXNhZ2UuZXhhbXBsZS5jb20wIBcNMjYxMTIxMjE0NjExWhgP
MjEyNjEwMjgyMTQ2MTFaMBwxGjAYBgNVBAMMEXVzYWdlLmV4YW1wbGUuY29tMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEuutDQcTySHNUOKPmK1cJB7qWfYTWso6v
wTYMK/NEiUMrRXQh0l7kyuo4Q4jE3xO/vXjlj3luJvP3mkwhUf9zp6NxMG8wHQYD
VR0OBBYEFI0/nTR9o4f+djSjQOGb4gE3KTquMB8GA1UdIwQYMBaAFI0/nTR9o4f+
djSjQOGb4gE3KTquMA8GA1UdEwEB/wQFMAMBAf8wHAYDVR0RBBUwE4IRdXNhZ2Uu
ZXhhbXBsZS5jb20wCgYIKoZIzj0EAwIDSAAwRQIgEvo+5kUWxYP3IMVZQ3KPHHIo
nKb2BlHDZpusk6iXu7sCIQC503nnWB2S0MQcMIyi3hjlhD0j+fdhthx9zhVAD83H
Aw==
-----END CERTIFICATE-----
`;

export const privateKey = `-----BEGIN EC PRIVATE KEY-----
MHcCAQEEIJP9JfJWGgcmtwRSB+pavBBih41X/7H7yLOK64Lv4xmZoAoGCCqGSM49
AwEHoUQDQgAEuutDQcTySHNUOKPmK1cJB7qWfYTWso6vwTYMK/NEiUMrRXQh0l7k
yuo4Q4jE3xO/vXjlj3luJvP3mkwhUf9zpw==
-----END EC PRIVATE KEY-----
`;
