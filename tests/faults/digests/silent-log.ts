import type { Log } from '../../../api/src/app/ports/log.ts';

export const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
