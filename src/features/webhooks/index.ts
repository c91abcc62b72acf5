export { dispatchEvents, emitEvents } from './emit-events.ts';
export { EVENT_TYPES, type EventType, type NewEvent } from './model.ts';
