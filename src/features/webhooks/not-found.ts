import { refuse } from '../kit/refusal.ts';

export const noSuchEndpoint = (field: string) =>
  refuse('NOT_FOUND', 'There is no such webhook endpoint in this workspace.', ['input', field]);

export const endpointDisabled = () =>
  refuse('ENDPOINT_DISABLED', 'The endpoint is disabled: enable it with updateWebhookEndpoint first.');
