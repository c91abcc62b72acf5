import type { Ports } from '../kit/ctx.ts';
import type { Workspace } from './model.ts';
import { selectWorkspaces } from './store/index.ts';

/** Every workspace, oldest first. An operator's act: no API key sees more than its own. */
export const listWorkspaces = (ports: Pick<Ports, 'db'>): Promise<Workspace[]> => selectWorkspaces(ports.db.system.orm);
