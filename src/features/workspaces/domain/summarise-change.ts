import type { AuditAction, AuditEvent } from '../model.ts';

type Change = Pick<AuditEvent, 'action' | 'subject' | 'details'>;

/** A detail that is a plain value, in words; otherwise nothing. Details are as free as JSON is, and older than this code. */
function detail({ details }: Change, name: string, say: (value: string) => string): string {
  const value = Object.hasOwn(details, name) ? details[name] : null;
  return typeof value === 'string' || typeof value === 'number' ? say(String(value)) : '';
}

const key = (change: Change): string =>
  `API key${detail(change, 'label', (label) => ` “${label}”`)}${detail(change, 'role', (role) => ` (${role})`)}`;
const at = (change: Change): string =>
  detail(change, 'url', (url) => (URL.canParse(url) ? ` at ${new URL(url).host}` : ''));
const account = (change: Change): string => detail(change, 'accountId', (id) => `account ${id}`) || 'an account';
const view = (change: Change): string => `view${detail(change, 'name', (name) => ` “${name}”`)} of the account table`;

const webhook = (change: Change): string => `webhook endpoint${detail(change, 'host', (host) => ` at ${host}`)}`;
const why = (reason: string): string =>
  reason === 'GONE' ? ' because it answered 410' : ' because every delivery failed for days';

const SENTENCES: Readonly<Record<AuditAction, (change: Change) => string>> = {
  API_KEY_CREATED: (change) => `Created the ${key(change)}.`,
  API_KEY_REVOKED: (change) => `Revoked the ${key(change)}.`,
  CUSTOM_API_CONNECTED: (change) => `Connected the custom API${at(change)}.`,
  CUSTOM_API_RECONNECTED: (change) => `Connected the custom API${at(change)} again.`,
  CUSTOM_API_DISCONNECTED: (change) => `Disconnected the custom API${at(change)}.`,
  MAPPING_SAVED: () => 'Saved the mapping.',
  BACKFILL_REQUESTED: (change) =>
    `Asked for usage${detail(change, 'from', (day) => ` from ${day}`)}${detail(change, 'to', (day) => ` to ${day}`)}.`,
  EXTERNAL_ACCOUNT_LINKED: (change) => `Linked usage of “${change.subject}” to ${account(change)}.`,
  EXTERNAL_ACCOUNT_UNLINKED: (change) => `Unlinked usage of “${change.subject}” from ${account(change)}.`,
  HEALTH_MODEL_UPDATED: (change) =>
    `Changed the health model${detail(change, 'version', (version) => ` to version ${version}`)}${detail(change, 'changed', (parts) => `: ${parts}`)}.`,
  SIGNAL_RULES_UPDATED: (change) =>
    `Changed the rules of signals${detail(change, 'version', (version) => ` to version ${version}`)}.`,
  EVALUATION_SCHEDULE_UPDATED: () => 'Changed when the workspace is evaluated each day.',
  MODEL_BUDGET_UPDATED: () => 'Changed how much of the model the workspace may use each day.',
  SAVED_VIEW_CREATED: (change) => `Saved the ${view(change)}.`,
  SAVED_VIEW_UPDATED: (change) => `Changed the ${view(change)}.`,
  WEBHOOK_ENDPOINT_CREATED: (change) => `Created the ${webhook(change)}.`,
  WEBHOOK_ENDPOINT_UPDATED: (change) => `Changed the ${webhook(change)}.`,
  WEBHOOK_ENDPOINT_DELETED: (change) => `Deleted the ${webhook(change)}.`,
  WEBHOOK_ENDPOINT_DISABLED: (change) => `Disabled the ${webhook(change)}${detail(change, 'reason', why)}.`,
  WEBHOOK_SECRET_ROTATED: (change) => `Made a new secret for the ${webhook(change)}.`,
  SAVED_VIEW_DELETED: (change) => `Deleted the ${view(change)}.`,
};

/** A change in one sentence, for people. */
export const summariseChange = (change: Change): string => SENTENCES[change.action](change);
