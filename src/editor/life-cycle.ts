import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { z } from 'zod';

/** Codes of LSP 3.17 that vscode-languageserver 11.0.0 names but does not answer with by itself. */
const NOT_INITIALIZED = ErrorCodes.ServerNotInitialized;
const INVALID = ErrorCodes.InvalidRequest;

const documentParams = z.object({
  textDocument: z.object({ uri: z.string() }).optional(),
  position: z.object({ line: z.number(), character: z.number() }).optional(),
});

/** Where a server stands between `initialize` and `exit`; requests at other times are errors. */
export class LifeCycle {
  #state: 'new' | 'running' | 'shut down' = 'new';

  /** Call when `initialize` comes: it may come once. */
  start(): void {
    if (this.#state !== 'new') throw new ResponseError(INVALID, 'initialize was sent before');
    this.#state = 'running';
  }

  /** Call when `shutdown` comes. */
  end(): void {
    this.#state = 'shut down';
  }

  /** Throws the error that the protocol prescribes for a request that comes now. */
  demandRunning(): void {
    if (this.#state === 'new') throw new ResponseError(NOT_INITIALIZED, 'initialize was not sent yet');
    if (this.#state === 'shut down') throw new ResponseError(INVALID, 'the server was shut down');
  }

  /** Makes a request handler that answers only between `initialize` and `shutdown`, and not after it was cancelled. */
  answer<Params, Result>(
    handler: (params: Params, token: CancellationToken) => Promise<Result> | Result,
  ): (params: Params, token: CancellationToken) => Promise<Result> {
    return async (params, token) => {
      this.demandRunning();
      // Lets a cancellation that came right behind the request be read.
      await new Promise((resolve) => setImmediate(resolve));
      demandUncancelled(token);
      demandDocument(params);
      const result = await handler(params, token);
      demandUncancelled(token);
      return result;
    };
  }
}

/** Throws the error for a request about a document, or a place in it, that does not say which. */
function demandDocument(params: unknown): void {
  const named = documentParams.safeParse(params);
  if (!named.success) throw new ResponseError(ErrorCodes.InvalidParams, z.prettifyError(named.error));
}

/** Throws the error for a cancelled request. */
export function demandUncancelled(token: CancellationToken): void {
  if (token.isCancellationRequested)
    throw new ResponseError(LSPErrorCodes.RequestCancelled, 'the request was cancelled');
}
