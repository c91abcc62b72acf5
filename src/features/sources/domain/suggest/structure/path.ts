/** A key as JMESPath writes it, whatever is in it. */
export const fieldName = (key: string): string => (/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key));

/** A text as JMESPath writes it, whatever is in it. */
export const textLiteral = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

const PLAIN =
  /^(?:@|\$?[A-Za-z_]\w*|"(?:[^"\\]|\\.)*"|(?:\[-?\d+\]))(?:\.(?:[A-Za-z_]\w*|"(?:[^"\\]|\\.)*")|\[-?\d+\])*$/;

/** Whether it is nothing but steps, so that more can be put behind it. */
export const isPlain = (path: string): boolean => PLAIN.test(path);

/** The path as it can stand in front of an operator. */
export const operand = (path: string): string => (isPlain(path) || /^\w+\([^()]*\)$/.test(path) ? path : `(${path})`);

/** One path behind another. */
export function joined(base: string, path: string): string {
  if (base === '@' || path === '@') return base === '@' ? path : base;
  return path.startsWith('[') ? `${base}${path}` : `${base}.${path}`;
}
