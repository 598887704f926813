import type { DriveItem } from '@microsoft/microsoft-graph-types';
import type { DriveFile } from '#core/settings/source-location.ts';
import { ProblemError } from '../../app/errors.ts';
import { LARGEST_FILE_BYTES, type DriveFiles, type FileContent } from '../../app/ports/table-files.ts';
import { GraphAccess, type GraphOptions } from './graph-access.ts';
import { atFile, filePath, type GraphActor } from './graph-paths.ts';

/** Fetches files of document libraries. Their size is seen before they are fetched. */
export class GraphDriveFiles implements DriveFiles {
  readonly #graph: GraphAccess;
  readonly #actor: GraphActor;

  constructor(options: GraphOptions, actor: GraphActor = 'app') {
    this.#graph = new GraphAccess(options);
    this.#actor = actor;
  }

  async version(location: DriveFile): Promise<string | null> {
    const place = atFile(location, this.#actor);
    const item = (await this.#graph.get(filePath(location), { $select: 'id,eTag' }, place)) as DriveItem;
    return item.eTag ?? null;
  }

  async fetch(location: DriveFile): Promise<FileContent> {
    const place = atFile(location, this.#actor);
    const query = { $select: 'id,name,size,webUrl,eTag,lastModifiedDateTime,file' };
    const item = (await this.#graph.get(filePath(location), query, place)) as DriveItem;
    const name = item.name ?? location.fileName;
    const tooLarge = () =>
      new ProblemError('file-too-large', {
        ...place.values,
        file: name,
        limit: `${LARGEST_FILE_BYTES / 1024 / 1024} MB`,
      });
    if ((item.size ?? 0) > LARGEST_FILE_BYTES) throw tooLarge();
    const bytes = await this.#graph.bytes(`${filePath(location)}/content`, LARGEST_FILE_BYTES, place);
    if (bytes === null) throw tooLarge();
    return {
      name,
      webUrl: item.webUrl ?? null,
      eTag: item.eTag ?? null,
      lastChangedAt: item.lastModifiedDateTime ?? null,
      bytes,
    };
  }
}
