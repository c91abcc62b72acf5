import {
  type ModelNote,
  type SuggestionWarningCode,
  type SuggestMappingCode,
  suggestMapping,
} from '../../features/sources/index.ts';
import { ctxOf } from '../context.ts';
import type {
  SuggestionModelNote as NoteInSchema,
  Resolvers,
  SuggestMappingErrorCode,
  SuggestionWarningCode as WarningInSchema,
} from '../generated.ts';
import type { SameCodes } from '../same-codes.ts';

true satisfies SameCodes<SuggestMappingCode, SuggestMappingErrorCode>;
true satisfies SameCodes<ModelNote, NoteInSchema>;
true satisfies SameCodes<SuggestionWarningCode, WarningInSchema>;

export const suggestionResolvers: Resolvers = {
  MappingSuggestion: {
    confidence: ({ score }) => score,
    alternatives: ({ others }) => others,
    model: ({ modelNote }) => ({
      used: modelNote === null,
      note: modelNote?.code ?? null,
      message: modelNote?.message ?? null,
    }),
  },
  AlternativeMapping: { confidence: ({ score }) => score },
  Mutation: {
    suggestMapping: async (_, { input }, context) => {
      const found = await suggestMapping(ctxOf(context), input);
      return found.ok ? { suggestion: found.value, userErrors: [] } : { suggestion: null, userErrors: found.error };
    },
  },
};
