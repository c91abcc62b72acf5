import type { Tool } from '../tool.ts';

/** A tool among others of other inputs: whoever calls it hands in only what its own schema has read. */
export const defineTool = <Input, Output>(tool: Tool<Input, Output>): Tool => tool as unknown as Tool;
