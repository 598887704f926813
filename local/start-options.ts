import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { SERVICES } from './ports.ts';

const HIGHEST_PORT = 65_536 - SERVICES.length;

export const START_HELP = `Kör hela produkten på den här datorn med exempelkommunens listor.

  npm start                     startar allt och visar adressen
  npm start -- --once           läser, räknar, sparar, postar en sammanfattning och avslutar
  npm start -- --fresh          börjar med tom lagring
  npm start -- --port 4300      annan adress (${SERVICES.length} portar i följd används, 0 tar lediga)
  npm start -- --no-build       använder det som redan är byggt
  npm start -- --data mapp      annan mapp för lagringen än .local
`;

export interface StartOptions {
  readonly once: boolean;
  readonly fresh: boolean;
  readonly build: boolean;
  readonly port: number;
  /** Where storage is kept between runs. */
  readonly dataFolder: string;
}

/** The options of `npm start`; `help` where that was asked for, or what is wrong with them, in Swedish. */
export function readStartOptions(
  args: readonly string[],
): StartOptions | 'help' | { readonly fault: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        build: { type: 'boolean', default: true },
        port: { type: 'string', default: '4280' },
        data: { type: 'string', default: join(import.meta.dirname, '../.local') },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowNegative: true,
    });
    if (values.help) return 'help';
    const port = Number(values.port);
    if (values.port.trim() === '' || !Number.isInteger(port) || port < 0 || port > HIGHEST_PORT) {
      return { fault: `--port ${values.port}: ange ett heltal mellan 0 och ${HIGHEST_PORT}.` };
    }
    const { once, fresh, build, data } = values;
    return { once, fresh, build, port, dataFolder: data };
  } catch (error) {
    return { fault: faultOf(error) };
  }
}

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['ERR_PARSE_ARGS_UNKNOWN_OPTION', 'Okänt val'],
  ['ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', 'Okänt ord'],
  ['ERR_PARSE_ARGS_INVALID_OPTION_VALUE', 'Fel värde för valet'],
]);

/** Node's own words are English and speak of things that nobody here has asked for. */
function faultOf(error: unknown): string {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  const named = /'([^']+)'/.exec(message ?? '')?.[1]?.split(' ')[0] ?? '';
  const fault = FAULTS.get(code ?? '');
  if (fault === undefined) throw error;
  return `${fault}: ${named}`;
}
