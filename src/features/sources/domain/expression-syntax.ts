import { compile, tokenize } from '@jmespath-community/jmespath';
import { err, ok, type Result } from '../../../lib/result.ts';
import { isStorable } from '../../../lib/text.ts';
import { syntaxHint } from './expression-hints.ts';

export type Node = ReturnType<typeof compile>;
export type Token = { readonly type: string; readonly value: unknown; readonly start: number };

/** Why an expression cannot be used; `position` is the column of the mistake, from 1. */
export type ExpressionRefusal = { readonly message: string; readonly position: number; readonly hint: string };

export type ParsedExpression = { readonly node: Node; readonly tokens: readonly Token[] };

export const MAX_EXPRESSION_LENGTH = 1_000;
/** Far beyond any mapping, far below what would overflow the stack of parser or interpreter. */
export const MAX_EXPRESSION_NESTING = 64;

export function parseExpression(text: string): Result<ParsedExpression, ExpressionRefusal> {
  if (text.trim() === '')
    return refuse('the expression is empty', 0, 'Write a path such as data.items, or @ for the whole value.');
  if (text.length > MAX_EXPRESSION_LENGTH)
    return refuse(`the expression is longer than ${MAX_EXPRESSION_LENGTH} characters`, MAX_EXPRESSION_LENGTH, '');
  const unstorable = [...text].findIndex((character) => !isStorable(character));
  if (unstorable >= 0)
    return refuse('a NUL character or half of a surrogate pair', unstorable, 'No answer that is stored holds one.');
  const open = unclosedQuote(text);
  if (open !== null) return refuse(`the ${text[open]} that opens here is never closed`, open, '');
  const tokens = attempt(() => tokenize(text) as Token[]);
  if (!tokens.ok) return refuseAt(text, untokenized(text), 'cannot be read');
  const deep = tooDeep(tokens.value);
  if (deep) return refuse(`more than ${MAX_EXPRESSION_NESTING} levels of nesting`, deep.start, '');
  const node = attempt(() => compile(text));
  return node.ok
    ? ok({ node: node.value, tokens: tokens.value })
    : refuseAt(text, firstUnexpected(text, tokens.value), 'is unexpected');
}

const refuse = (message: string, at: number, hint: string) => err({ message, position: at + 1, hint });

function refuseAt(text: string, at: number, problem: string): Result<never, ExpressionRefusal> {
  if (at >= text.length) return refuse('the expression ends too early', text.length, syntaxHint(text, at));
  const shown = /^[\w$]+|^../u.exec(text.slice(at))?.[0].trim() ?? text.slice(at);
  return refuse(`${shown} ${problem}`, at, syntaxHint(text, at));
}

function attempt<T>(work: () => T): Result<T, string> {
  try {
    return ok(work());
  } catch (error) {
    return err(error instanceof TypeError ? ENDED : String((error as Error).message));
  }
}

/** The library takes an unclosed '…' or `…` for a closed one. */
function unclosedQuote(text: string): number | null {
  for (let at = 0; at < text.length; at++) {
    const quote = text[at];
    if (quote !== "'" && quote !== '"' && quote !== '`') continue;
    const open = at++;
    while (at < text.length && text[at] !== quote) at += text[at] === '\\' && isEscaped(text[at + 1], quote) ? 2 : 1;
    if (at >= text.length) return open;
  }
  return null;
}

const isEscaped = (char: string | undefined, quote: string) => char === '\\' || char === quote;

function tooDeep(tokens: readonly Token[]): Token | undefined {
  let depth = 0;
  return tokens.find(({ type }) => {
    if (type === 'Lparen' || type === 'Lbracket' || type === 'Lbrace' || type === 'Filter') depth++;
    if (type === 'Rparen' || type === 'Rbracket' || type === 'Rbrace') depth--;
    return depth > MAX_EXPRESSION_NESTING;
  });
}

/** The library's errors carry no position: the lexer's mistake begins where the longest readable prefix ends. */
function untokenized(text: string): number {
  for (let end = text.length - 1; end > 0; end--) if (attempt(() => tokenize(text.slice(0, end))).ok) return end;
  return 0;
}

const ENDED = 'read past the end';
/** What the parser says when it met the end of the text rather than a wrong token. */
const AT_END = /\(EOF\)|got: EOF$|^read past the end$/;

/**
 * And the parser's is the last token of the shortest prefix that fails for another reason than being cut short. What goes on
 * behind a mistake does not mend it, so the prefix is found by halves: one by one, 1,000 of them would hold the server up.
 */
function firstUnexpected(text: string, tokens: readonly Token[]): number {
  const isWrong = (index: number): boolean => {
    const tried = attempt(() => compile(text.slice(0, tokens[index + 1]?.start ?? text.length)));
    return !tried.ok && !AT_END.test(tried.error);
  };
  let from = 0;
  let to = tokens.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isWrong(middle)) to = middle;
    else from = middle + 1;
  }
  return tokens[from]?.start ?? text.length;
}
