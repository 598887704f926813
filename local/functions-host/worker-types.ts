/**
 * The part of the Functions worker's contract that `@azure/functions` uses: what it asks of `@azure/functions-core`, and
 * the shapes that go between host and worker.
 */

export interface TypedData {
  string?: string;
  json?: string;
  bytes?: Uint8Array;
  http?: HttpData;
  int?: number;
  double?: number;
}

export interface HttpData {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: TypedData | null;
  params?: Record<string, string>;
  query?: Record<string, string>;
  statusCode?: string;
  cookies?: { name?: string; value?: string }[];
}

export interface Binding {
  readonly type: string;
  readonly direction: 'in' | 'out';
  readonly [setting: string]: unknown;
}

export interface FunctionMetadata {
  readonly name: string;
  readonly bindings: Readonly<Record<string, Binding>>;
}

export type FunctionCallback = (...args: unknown[]) => unknown;

export interface RegisteredFunction {
  readonly metadata: FunctionMetadata;
  readonly callback: FunctionCallback;
}

export interface InvocationRequest {
  readonly inputData: readonly { readonly name: string; readonly data: TypedData }[];
  readonly triggerMetadata: Readonly<Record<string, TypedData>>;
}

export interface InvocationResponse {
  readonly returnValue?: TypedData | null;
  readonly outputData?: readonly { readonly name: string; readonly data: TypedData }[];
}

export interface InvocationModel {
  getArguments(): Promise<{ context: unknown; inputs: unknown[] }>;
  invokeFunction(context: unknown, inputs: unknown[], callback: FunctionCallback): Promise<unknown>;
  getResponse(context: unknown, result: unknown): Promise<InvocationResponse>;
}

export interface ProgrammingModel {
  readonly name: string;
  readonly version: string;
  getInvocationModel(context: {
    invocationId: string;
    request: InvocationRequest;
    metadata: FunctionMetadata;
    log: (level: string, category: string, message: string) => void;
    state: string | undefined;
  }): InvocationModel;
}

export type Hook = (context: Record<string, unknown>) => unknown;
