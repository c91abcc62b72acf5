import { TreeInterpreter, TYPE_EXPREF } from '@jmespath-community/jmespath';
import { functionHint, orderHint } from './expression-hints.ts';
import type { ExpressionRefusal, Node, Token } from './expression-syntax.ts';

type Visit = {
  readonly node: Node;
  readonly bound: ReadonlySet<string>;
  readonly mayBind?: boolean;
  readonly mayRefer?: boolean;
};

/**
 * What parses and could still only fail or mislead on every row: unknown functions, wrong argument counts, a single `=`,
 * variables nothing binds, `&` outside a function. The syntax tree has no positions, but both it and the tokens keep
 * the order of the text: the n-th function of the one is the n-th call of the other.
 */
export function checkMeaning(root: Node, tokens: readonly Token[]): ExpressionRefusal | null {
  const find = positions(tokens);
  const todo: Visit[] = [{ node: root, bound: new Set() }];
  for (let visit = todo.pop(); visit; visit = todo.pop()) {
    const mistake = checkNode(visit, find);
    if (mistake) return mistake;
    todo.push(...childrenOf(visit).reverse());
  }
  return null;
}

function checkNode(
  { node, bound, mayBind, mayRefer }: Visit,
  find: ReturnType<typeof positions>,
): ExpressionRefusal | null {
  if (mayBind && node.type !== 'Binding')
    return { message: 'let without a binding', position: find.let(), hint: 'Write let $name = path in ….' };
  switch (node.type) {
    case 'Function':
      return checkCall(node.name, node.children, find.call(node.name));
    case 'Binding': {
      const position = find.assign();
      return mayBind ? null : { message: '= is unexpected', position, hint: 'Compare with ==.' };
    }
    case 'Comparator': {
      const literal = [node.left, node.right].find(({ type }) => type === 'Literal');
      if (!(node.name in ORDERINGS) || literal?.type !== 'Literal' || typeof literal.value === 'number') return null;
      return {
        message: `${ORDERINGS[node.name]} compares numbers only`,
        position: find.order(),
        hint: orderHint(literal.value),
      };
    }
    case 'ExpressionReference': {
      const position = find.reference();
      return mayRefer
        ? null
        : {
            message: '& is unexpected',
            position,
            hint: 'Use & for the expression a function takes: sort_by(list, &day).',
          };
    }
    case 'Variable': {
      const position = find.variable(node.name);
      return bound.has(node.name)
        ? null
        : { message: `nothing binds $${node.name}`, position, hint: 'Bind it first: let $name = path in ….' };
    }
    default:
      return null;
  }
}

/** Of anything but two numbers they give null: a filter that lets no row pass, without a word. */
const ORDERINGS: Readonly<Record<string, string>> = { LT: '<', LTE: '<=', GT: '>', GTE: '>=' };

function checkCall(name: string, args: readonly Node[], position: number): ExpressionRefusal | null {
  const table = TreeInterpreter.runtime._functionTable;
  if (!Object.hasOwn(table, name))
    return { message: `unknown function ${name}()`, position, hint: functionHint(name, Object.keys(table)) };
  const signature = table[name]?._signature ?? [];
  const least = signature.filter((argument) => !argument.optional).length;
  const most = signature.at(-1)?.variadic ? Number.POSITIVE_INFINITY : signature.length;
  if (args.length < least || args.length > most) {
    const takes =
      least === most ? `${least}` : most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
    return {
      message: `${name}() takes ${takes} argument${takes === '1' ? '' : 's'}, not ${args.length}`,
      position,
      hint: '',
    };
  }
  const wrong = args.findIndex((arg, index) => takesReference(name, index) && arg.type !== 'ExpressionReference');
  if (wrong < 0) return null;
  return {
    message: `${name}() takes an expression as argument ${wrong + 1}`,
    position,
    hint: 'Write & before it: sort_by(list, &day).',
  };
}

function takesReference(name: string, index: number): boolean {
  const table = TreeInterpreter.runtime._functionTable;
  return Object.hasOwn(table, name) && table[name]?._signature[index]?.types.includes(TYPE_EXPREF) === true;
}

/** In the order of the text. */
function childrenOf({ node, bound }: Visit): Visit[] {
  const plain = (nodes: readonly Node[]) => nodes.map((child) => ({ node: child, bound }));
  switch (node.type) {
    case 'Function':
      return node.children.map((child, index) => ({ node: child, bound, mayRefer: takesReference(node.name, index) }));
    case 'MultiSelectList':
      return plain(node.children);
    case 'MultiSelectHash':
      return plain(node.children.map((pair) => pair.value));
    case 'LetExpression': {
      const bindings: readonly Node[] = node.bindings;
      const names = bindings.flatMap((binding) => (binding.type === 'Binding' ? [binding.variable] : []));
      const inner = { node: node.expression, bound: new Set([...bound, ...names]) };
      return [...bindings.map((binding) => ({ node: binding, bound, mayBind: true })), inner];
    }
    case 'Binding':
      return plain([node.reference]);
    case 'Ternary':
      return plain([node.condition, node.trueExpr, node.falseExpr]);
    case 'FilterProjection':
      return plain([node.left, node.condition, node.right]);
    case 'Unary':
      return plain([node.operand]);
    case 'ExpressionReference':
    case 'Flatten':
    case 'NotExpression':
      return plain([node.child]);
    default:
      return 'left' in node && 'right' in node ? plain([node.left, node.right]) : [];
  }
}

/** Hands out the column of each kind of token, one after another. */
function positions(tokens: readonly Token[]) {
  const after: Record<string, number> = {};
  const next = (kind: string, fits: (token: Token, following: Token | undefined) => boolean): number => {
    const index = tokens.findIndex((token, at) => at >= (after[kind] ?? 0) && fits(token, tokens[at + 1]));
    after[kind] = index + 1;
    return (tokens[index]?.start ?? 0) + 1;
  };
  return {
    call: (name: string) => next('call', (token, following) => token.value === name && following?.type === 'Lparen'),
    assign: () => next('assign', (token) => token.type === 'Assign'),
    reference: () => next('reference', (token) => token.type === 'Expref'),
    order: () => {
      const isOther = (token: Token | undefined) => token?.type === 'Literal' && typeof token.value !== 'number';
      const at = tokens.findIndex(
        ({ type }, index) => type in ORDERINGS && (isOther(tokens[index - 1]) || isOther(tokens[index + 1])),
      );
      return (tokens[at]?.start ?? 0) + 1;
    },
    let: () => next('let', (token, following) => token.value === 'let' && following?.type === 'Variable'),
    // The name in `let $name =` is a token of the same kind but no node of the tree.
    variable: (name: string) =>
      next(
        'variable',
        (token, following) => token.type === 'Variable' && token.value === name && following?.type !== 'Assign',
      ),
  };
}
