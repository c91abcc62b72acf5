/** Seconds to wait by a Retry-After header (RFC 9110: a number of seconds or an HTTP date); null when it says neither. */
export const parseRetryAfter = (header: string, now: Date): number | null => {
  const text = header.trim();
  if (/^\d{1,10}$/.test(text)) return Number(text);
  const date = HTTP_DATES.find((form) => form.test(text));
  if (date === undefined) return null;
  // The oldest form has no zone, and Date.parse would read it in the zone of this machine.
  const instant = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(instant) ? null : Math.max(0, Math.ceil((instant - now.getTime()) / 1000));
};

/** `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`. */
const HTTP_DATES = [
  /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT$/,
  /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/,
];
