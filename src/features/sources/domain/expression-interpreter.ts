import { TreeInterpreter, TYPE_ARRAY, TYPE_EXPREF, TYPE_OBJECT } from '@jmespath-community/jmespath';
import { ALSO_EMPTY_LISTS, safeFunctions } from './expression-functions.ts';
import type { Node } from './expression-syntax.ts';
import { ownField, setOwn } from './own-field.ts';

/** The part of the library's interpreter that is changed or used here. */
export type Interpreter = {
  readonly runtime: {
    readonly _functionTable: Record<string, { _func: (args: never) => unknown; _signature: { types: number[] }[] }>;
    getTypeName: (value: unknown) => number | undefined;
    /** Throws where an argument is of a type that the function does not take. */
    validateTypes: (name: string, args: readonly unknown[], signature: readonly { types: number[] }[]) => void;
  };
  search(node: Node, value: unknown): unknown;
  visit(node: Node, value: unknown): unknown;
};

type Scope = { readonly name: string; readonly value: unknown; readonly outer: Scope | null } | null;

// The library exports an instance only; its class is what the instance was made by.
const LibraryInterpreter = Object.getPrototypeOf(TreeInterpreter).constructor as new () => Interpreter;

/**
 * The library's interpreter reads fields through the prototype, takes a customer's object with a key `expref` for an
 * expression, and loses `let` variables inside `&expressions`. The cases below answer for themselves; all else is its own.
 */
class OwnFieldInterpreter extends LibraryInterpreter {
  #scope: Scope = null;
  readonly #references = new Map<Node, object>();
  readonly #isReference = new WeakSet<object>();

  constructor() {
    super();
    const typeName = this.runtime.getTypeName.bind(this.runtime);
    this.runtime.getTypeName = (value) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return typeName(value);
      return this.#isReference.has(value) ? TYPE_EXPREF : TYPE_OBJECT;
    };
    const safe = safeFunctions((node, value) => this.visit(node, value));
    for (const [name, call] of Object.entries(safe)) {
      const entry = this.runtime._functionTable[name];
      if (entry) entry._func = call;
    }
    for (const name of ALSO_EMPTY_LISTS) this.runtime._functionTable[name]?._signature[0]?.types.push(TYPE_ARRAY);
  }

  override search(node: Node, value: unknown): unknown {
    this.#scope = null; // An earlier row may have thrown from inside a `let`.
    return super.search(node, value);
  }

  override visit(node: Node, value: unknown): unknown {
    switch (node.type) {
      case 'Field':
        return ownField(value, node.name);
      case 'MultiSelectHash': {
        const hash = {};
        for (const pair of node.children) setOwn(hash, pair.name, this.visit(pair.value, value));
        return hash;
      }
      case 'ExpressionReference':
        return this.#references.get(node) ?? this.#refer(node, node.child);
      case 'LetExpression': {
        const outer = this.#scope;
        let inner = outer;
        for (const binding of node.bindings) {
          inner = { name: binding.variable, value: this.visit(binding.reference, value), outer: inner };
        }
        this.#scope = inner;
        const result = this.visit(node.expression, value);
        this.#scope = outer;
        return result;
      }
      case 'Variable': {
        let scope = this.#scope;
        while (scope && scope.name !== node.name) scope = scope.outer;
        return scope?.value ?? null;
      }
      default:
        return super.visit(node, value);
    }
  }

  #refer(node: Node, child: Node): object {
    const reference = { ...child };
    this.#references.set(node, reference);
    this.#isReference.add(reference);
    return reference;
  }
}

/** One for each expression: it keeps the scope and the root of the value it is working on. */
export const newInterpreter = (): Interpreter => new OwnFieldInterpreter();
