import { transformJSONSchema } from '@anthropic-ai/sdk/lib/transform-json-schema';
import type { MessageCreateParamsBase, MessageParam } from '@anthropic-ai/sdk/resources/messages/messages';
import type { ModelMessage, ModelRequest } from './model.ts';

/** The request in the words of the Messages API. */
export function anthropicRequest(
  model: string,
  { system, messages, tools, outputSchema, maxOutputTokens }: ModelRequest,
  mayForbidThinking: boolean,
): MessageCreateParamsBase {
  return {
    model,
    max_tokens: maxOutputTokens,
    // Tools come before it, so that everything that is the same in every request of a kind is cached with it.
    system: [{ type: 'text', text: system, cache_control: { type: 'ephemeral' } }],
    messages: messages.flatMap(message),
    // What is thought is taken from `maxOutputTokens`, and would have to be sent back with every result of a tool.
    ...(mayForbidThinking && { thinking: { type: 'disabled' } }),
    ...(tools.length > 0 && {
      tools: tools.map(({ name, description, inputSchema }) => ({
        name,
        description,
        input_schema: { ...inputSchema, type: 'object' as const },
      })),
    }),
    // Bounds of lengths and numbers are not known there and become words of the description.
    ...(outputSchema && {
      output_config: { format: { type: 'json_schema', schema: { ...transformJSONSchema({ ...outputSchema }) } } },
    }),
  };
}

/** Nothing for an assistant that said nothing: the API refuses empty content. */
function message(said: ModelMessage): MessageParam[] {
  switch (said.role) {
    case 'user':
      return [{ role: 'user', content: said.text }];
    case 'assistant': {
      const text = said.text.trim() === '' ? [] : [{ type: 'text' as const, text: said.text }];
      const calls = said.calls.map(({ id, tool, input }) => ({ type: 'tool_use' as const, id, name: tool, input }));
      return text.length + calls.length === 0 ? [] : [{ role: 'assistant', content: [...text, ...calls] }];
    }
    case 'results':
      return [
        {
          role: 'user',
          content: said.results.map(({ id, content, isError }) => ({
            type: 'tool_result' as const,
            tool_use_id: id,
            content,
            is_error: isError,
          })),
        },
      ];
  }
}
