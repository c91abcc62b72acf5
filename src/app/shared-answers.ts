import type { DocumentNode, ExecutionResult } from 'graphql';
import type { Answering, OperationArgs } from './carry-out.ts';

/** Longer variables are not worth comparing. */
const MAX_VARIABLES_LENGTH = 2_000;

/**
 * Whoever subscribed with the same key to the same document with the same variables sees the same of an event: it is answered
 * once for all of them, as of one moment. Events are the same when they are the same object.
 */
export function createSharedAnswers(): (args: OperationArgs) => Answering {
  const byEvent = new WeakMap<object, Map<string, Promise<ExecutionResult>>>();
  const numberOf = numbering();
  return ({ contextValue, document, operationName, variableValues }) => {
    const variables = JSON.stringify(variableValues ?? {});
    const key = contextValue.signedIn?.ctx.actor.keyId;
    if (!key || variables.length > MAX_VARIABLES_LENGTH) return (_, answer) => answer();
    const group = `${key} ${numberOf(document)} ${operationName ?? ''} ${variables}`;
    return (event, answer) => {
      if (typeof event !== 'object' || event === null) return answer();
      const answers = byEvent.get(event) ?? new Map<string, Promise<ExecutionResult>>();
      byEvent.set(event, answers);
      const known = answers.get(group) ?? answer();
      answers.set(group, known);
      return known;
    };
  };
}

/** Documents are known by their text: the same text is the same object. */
function numbering(): (document: DocumentNode) => number {
  const numbers = new WeakMap<DocumentNode, number>();
  let last = 0;
  return (document) => {
    const number = numbers.get(document) ?? ++last;
    numbers.set(document, number);
    return number;
  };
}
