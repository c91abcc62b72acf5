/** Says no in words for the operator; `usage` when other options would have done. */
export class Refused extends Error {
  readonly usage: boolean;
  constructor(message: string, usage = false) {
    super(message);
    this.usage = usage;
  }
}
