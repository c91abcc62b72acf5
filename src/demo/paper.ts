import { styleText } from 'node:util';

/** What the demo needs of standard output. */
export type Out = { write: (text: string) => unknown; readonly isTTY?: boolean; hasColors?: () => boolean };

export type Column = { readonly head: string; readonly align?: 'left' | 'right'; readonly width?: number };

/** Prints the demo's account of what happened, in 80 columns. */
export type Paper = {
  readonly title: (text: string) => void;
  /** Chapters are numbered as they come. */
  readonly chapter: (text: string) => void;
  readonly heading: (text: string) => void;
  /** Prose, wrapped. */
  readonly say: (text: string) => void;
  readonly facts: (facts: readonly (readonly [label: string, value: string])[]) => void;
  readonly table: (columns: readonly Column[], rows: readonly (readonly string[])[]) => void;
  /** A line that replaces the one before it on a terminal; elsewhere each one is kept. */
  readonly progress: (text: string) => void;
};

const WIDTH = 80;
const INDENT = '  ';

export function createPaper(out: Out): Paper {
  const colours = out.hasColors?.() ?? false;
  const paint = (style: 'bold' | 'dim', text: string) => (colours ? styleText(style, text) : text);
  let overwritable = false;
  const line = (text = '') => {
    if (overwritable) out.write('\n');
    overwritable = false;
    out.write(`${text.trimEnd()}\n`);
  };
  let chapters = 0;
  const heading = (text: string) => {
    line();
    line(`${paint('bold', text)} ${paint('dim', '─'.repeat(Math.max(0, WIDTH - text.length - 1)))}`);
  };
  return {
    title: (text) => {
      line();
      line(paint('bold', text));
      line(paint('dim', '═'.repeat(WIDTH)));
    },
    chapter: (text) => heading(`${++chapters}  ${text}`),
    heading,
    say: (text) => {
      for (const part of wrap(text, WIDTH - INDENT.length)) line(INDENT + part);
    },
    facts: (facts) => {
      const width = Math.max(...facts.map(([label]) => label.length));
      for (const [label, value] of facts) line(`${INDENT}${paint('dim', label.padEnd(width))}  ${value}`);
    },
    table: (columns, rows) => {
      const widths = columns.map(({ head, width }, index) =>
        Math.min(width ?? WIDTH, Math.max(head.length, ...rows.map((row) => (row[index] ?? '').length))),
      );
      const row = (cells: readonly string[]) =>
        INDENT + cells.map((text, index) => cell(text, widths[index] ?? 0, columns[index]?.align)).join('  ');
      line(paint('dim', row(columns.map((column) => column.head)).trimEnd()));
      for (const cells of rows) line(row(cells));
    },
    progress: (text) => {
      if (!out.isTTY) return line(INDENT + text);
      out.write(`\r\x1b[2K${INDENT}${text}`);
      overwritable = true;
    },
  };
}

function cell(text: string, width: number, align: Column['align'] = 'left'): string {
  const fitting = text.length > width ? `${text.slice(0, width - 1)}…` : text;
  return align === 'right' ? fitting.padStart(width) : fitting.padEnd(width);
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    const longer = last === '' ? word : `${last} ${word}`;
    if (longer.length <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
