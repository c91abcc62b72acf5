/** An operation offered in the explorer. */
export type Example = {
  /** File name without folder and ending, such as `01-viewer`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The whole file, comment included. */
  readonly text: string;
};

/** Reads an example file: its first comment line is the title, the comment lines after it are the description. */
export function parseExample(name: string, text: string): Example {
  const comment: string[] = [];
  for (const line of text.split('\n')) {
    if (!line.startsWith('#')) break;
    comment.push(line.replace(/^#\s?/, ''));
  }
  const [title = name, ...rest] = comment;
  return { name, title, description: rest.join(' ').trim(), text };
}

/** Stands in examples for the id of the workspace's custom API, so that each file is a valid operation by itself. */
export const CUSTOM_API_ID_PLACEHOLDER = 'CUSTOM_API_ID';
