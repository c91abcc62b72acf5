import type { TransactionSql } from 'postgres';
import type { Table } from './catalogue.ts';

/** What came of a statement: how many rows it gave or touched, or the code of the refusal. Nothing of it is kept. */
export type Outcome = { readonly rows: number; readonly first: unknown } | { readonly refused: string };
export type Begin = (work: (tx: TransactionSql) => Promise<never>) => Promise<unknown>;

class Undo extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('undone');
    this.outcome = outcome;
  }
}

export async function attempt(begin: Begin, text: string, parameters: readonly unknown[] = []): Promise<Outcome> {
  try {
    return await begin(async (tx) => {
      const result = await tx.unsafe(text, [...parameters] as never[]);
      throw new Undo({ rows: result.count ?? result.length, first: result[0] });
    }).then(() => Promise.reject(new Error('a statement was kept')));
  } catch (error) {
    if (error instanceof Undo) return error.outcome;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return { refused: code };
  }
}

type Case = { readonly name: string; readonly text: string; readonly parameters: readonly unknown[] };

/** PostgreSQL's code for what a privilege or a policy forbids. */
export const FORBIDDEN = '42501';

/** Statements about rows of a workspace that is not one's own: whatever they are, they must find none, or be refused. */
export function readsAndChanges({ name, plainColumn }: Table, theirs: number, mine: number): Case[] {
  const identity = name === 'workspaces';
  const all: (Case | null)[] = [
    { name: 'read', text: `SELECT * FROM ${name} WHERE workspace_id = $1`, parameters: [theirs] },
    { name: 'read all others', text: `SELECT * FROM ${name} WHERE workspace_id <> $1`, parameters: [mine] },
    { name: 'lock', text: `SELECT 1 FROM ${name} WHERE workspace_id = $1 FOR UPDATE`, parameters: [theirs] },
    {
      name: 'learn from statistics',
      text: 'SELECT 1 FROM pg_stats WHERE tablename = $1',
      parameters: [name],
    },
    {
      name: 'update',
      text: `UPDATE ${name} SET ${plainColumn} = ${plainColumn} WHERE workspace_id = $1`,
      parameters: [theirs],
    },
    identity
      ? null
      : {
          name: 'take',
          text: `UPDATE ${name} SET workspace_id = $1 WHERE workspace_id = $2`,
          parameters: [mine, theirs],
        },
    { name: 'delete', text: `DELETE FROM ${name} WHERE workspace_id = $1`, parameters: [theirs] },
    {
      name: 'delete all others',
      text: `DELETE FROM ${name} WHERE workspace_id IS DISTINCT FROM $1`,
      parameters: [mine],
    },
  ];
  return all.flatMap((one) => one ?? []);
}

/** Statements that must be refused, rather than do nothing. */
export function intrusions({ name, columns }: Table, row: object, theirs: number, mine: number): Case[] {
  const listed = columns.map((column) => `"${column}"`).join(', ');
  const insert = `INSERT INTO ${name} (${listed}) OVERRIDING SYSTEM VALUE
    SELECT ${listed} FROM jsonb_populate_record(NULL::${name}, $1::text::jsonb)`;
  const parameters = [JSON.stringify(row)];
  const all: (Case | null)[] = [
    { name: 'insert', text: insert, parameters },
    { name: 'insert unless there', text: `${insert} ON CONFLICT DO NOTHING`, parameters },
    name === 'workspaces'
      ? null
      : {
          name: 'give away',
          text: `UPDATE ${name} SET workspace_id = $1 WHERE workspace_id = $2`,
          parameters: [theirs, mine],
        },
    { name: 'empty', text: `TRUNCATE ${name} CASCADE`, parameters: [] },
    { name: 'lift the rule', text: `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`, parameters: [] },
    { name: 'widen the rule', text: `CREATE POLICY wide ON ${name} USING (true)`, parameters: [] },
  ];
  return all.flatMap((one) => one ?? []);
}
