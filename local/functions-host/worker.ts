import { createRequire, registerHooks } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type {
  FunctionCallback,
  FunctionMetadata,
  Hook,
  InvocationRequest,
  InvocationResponse,
  ProgrammingModel,
  RegisteredFunction,
} from './worker-types.ts';

const CORE_MODULE = '@azure/functions-core';
const CORE_URL = 'functions-host:core';

/** A built app that can't be started says why in one line. */
export class AppLoadError extends Error {
  override readonly name = 'AppLoadError';
}

/** Writes one log line of a function or of the host. */
export type WriteLog = (level: string, functionName: string, message: string) => void;

/**
 * Plays the Node worker of Azure Functions: loads the built app, gives it `@azure/functions-core`, and runs its
 * functions in the worker's order: arguments → preInvocation hooks → handler → postInvocation hooks → response.
 */
export class Worker {
  readonly #functions = new Map<string, RegisteredFunction>();
  readonly #hooks = new Map<string, Set<Hook>>();
  readonly #writeLog: WriteLog;
  #model: ProgrammingModel | undefined;

  constructor(writeLog: WriteLog) {
    this.#writeLog = writeLog;
  }

  get functions(): readonly RegisteredFunction[] {
    return [...this.#functions.values()];
  }

  /**
   * Loads the app as the platform does: the file that package.json's `main` names.
   *
   * @throws AppLoadError where the real platform would start with no functions at all
   */
  async load(appFolder: string): Promise<void> {
    this.#provideCore();
    const main = join(appFolder, mainOf(appFolder));
    try {
      createRequire(join(appFolder, 'package.json'))(main);
    } catch (error) {
      throw new AppLoadError(
        `The app could not be loaded: ${error instanceof Error ? error.message : String(error)}`,
        {
          cause: error,
        },
      );
    }
    if (this.#functions.size === 0) throw new AppLoadError(`${main} registered no functions`);
    await this.#runHooks('appStart', {});
  }

  async invoke(
    { metadata, callback }: RegisteredFunction,
    request: InvocationRequest,
  ): Promise<InvocationResponse> {
    if (!this.#model) throw new AppLoadError('the app set no programming model');
    const core = {
      invocationId: randomUUID(),
      request,
      metadata,
      log: (level: string, _category: string, message: string) =>
        this.#writeLog(level, metadata.name, message),
      state: undefined as string | undefined,
    };
    const model = this.#model.getInvocationModel(core);
    const { context, inputs } = await model.getArguments();
    const before = { invocationContext: context, inputs, functionHandler: callback, hookData: {} };
    core.state = 'preInvocationHooks';
    await this.#runHooks('preInvocation', before);
    core.state = undefined;
    const after: Record<string, unknown> = { ...before, result: undefined, error: undefined };
    const runPostHooks = async () => {
      core.state = 'postInvocationHooks';
      await this.#runHooks('postInvocation', after);
    };
    try {
      after['result'] = await model.invokeFunction(context, before.inputs, before.functionHandler);
    } catch (error) {
      after['error'] = error;
      await runPostHooks();
      throw error;
    }
    await runPostHooks();
    return model.getResponse(context, after['result']);
  }

  async #runHooks(name: string, context: Record<string, unknown>): Promise<void> {
    for (const hook of this.#hooks.get(name) ?? []) await hook(context);
  }

  /** Answers `require('@azure/functions-core')`, which only the platform has. */
  #provideCore(): void {
    const core = {
      version: '4.0.0',
      hostVersion: '4.1000.0',
      registerHook: (name: string, hook: Hook) => {
        const hooks = this.#hooks.get(name) ?? new Set();
        this.#hooks.set(name, hooks.add(hook));
        return { dispose: () => hooks.delete(hook) };
      },
      setProgrammingModel: (model: ProgrammingModel) => (this.#model = model),
      getProgrammingModel: () => this.#model,
      log: (level: string, _category: string, message: string) => this.#writeLog(level, 'app', message),
      registerFunction: (metadata: FunctionMetadata, callback: FunctionCallback) => {
        if (this.#functions.has(metadata.name)) {
          throw new AppLoadError(
            `two functions are called "${metadata.name}"; the platform would start none`,
          );
        }
        this.#functions.set(metadata.name, { metadata, callback });
        return { dispose: () => this.#functions.delete(metadata.name) };
      },
      Disposable: class {
        dispose(): void {
          // The real one undoes a registration; nothing here is undone.
        }
      },
    };
    const shared = globalThis as { functionsCore?: unknown };
    shared.functionsCore = core;
    registerHooks({
      resolve: (specifier, context, next) =>
        specifier === CORE_MODULE
          ? { url: CORE_URL, format: 'commonjs', shortCircuit: true }
          : next(specifier, context),
      load: (url, context, next) =>
        url === CORE_URL
          ? { format: 'commonjs', source: 'module.exports = globalThis.functionsCore;', shortCircuit: true }
          : next(url, context),
    });
  }
}

function mainOf(appFolder: string): string {
  try {
    const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8')) as { main?: unknown };
    if (typeof manifest.main === 'string') return manifest.main;
  } catch (error) {
    throw new AppLoadError(`There is no built app in ${appFolder}; run npm run build`, { cause: error });
  }
  throw new AppLoadError(`${appFolder}/package.json names no main`);
}
