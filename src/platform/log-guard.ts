/** What secrets look like in a log line. A line is JSON: what is taken out never reaches over a quotation mark. */
const SECRETS: readonly (readonly [pattern: RegExp, instead: string])[] = [
  // Of URLs: a password, which in DATABASE_URL may hold anything, and keys among the parameters.
  [/\b((?:postgres(?:ql)?|mongodb(?:\+srv)?):\/\/)[^\s"\\]*@/gi, '$1***@'],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s"\\/?#]*@/gi, '$1***@'],
  [/([?&](?:[\w-]*[_-])?(?:api_?-?key|key|token|secret|password|pwd|auth|signature|sig)=)[^&#\s"\\]+/gi, '$1***'],
  // Of the environment.
  [/\b([A-Z][A-Z_]{0,60}(?:KEY|TOKEN|SECRET|PASSWORD)=)[^\s"\\]+/g, '$1***'],
  // Of headers, as fields, as JSON inside a text, and as text.
  [/("(?:authorization|cookie|set-cookie|x-api-key|password|secret)"\s*:\s*")(?:[^"\\]|\\.)*/gi, '$1***'],
  [/(\\"(?:authorization|cookie|set-cookie|x-api-key|password|secret)\\"\s*:\s*\\")[^"\\]*/gi, '$1***'],
  [/\b((?:authorization|cookie|x-api-key)\s*:\s*)[^"\\\s][^"\\]*/gi, '$1***'],
  [/\b(bearer|basic|token)( +)(?=[\w.~+/-]*[\d_~+/=-])[\w.~+/-]{8,}=*/gi, '$1$2***'],
  // Keys of the model’s service.
  [/\bsk-ant-[\w-]{8,}/g, 'sk-ant-***'],
  // Our own keys; master keys, which are 32 bytes in base64.
  [/\btrb_[\w-]{8,}/g, 'trb_***'],
  [/(?<![\w+/-])[\w+/-]{43}=(?![\w+/=])/g, '***'],
];

/** The last thing a line passes: whatever was logged by mistake, secrets of a known kind are not in it. */
export const withoutSecrets = (line: string): string =>
  SECRETS.reduce((text, [pattern, instead]) => text.replace(pattern, instead), line);
