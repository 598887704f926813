import { unzipSync } from 'fflate';
import { ProblemError } from '../../app/errors.ts';

/** What a workbook may unpack to: far above any real list, far below what would exhaust the machine. */
const LARGEST_UNPACKED_BYTES = 250 * 1024 * 1024;
/** Excel's own files pack to a tenth or a thirtieth; only what is made to exhaust a machine packs to less than this part. */
const MOST_TIMES_PACKED = 200;
/** Below this the sum is harmless, however it is packed. */
const HARMLESS_BYTES = 20 * 1024 * 1024;
const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_MAGIC = [0x50, 0x4b];

/** The parts of a workbook that are read here rather than by the parsing library. */
export interface WorkbookArchive {
  /** A part's text; null where there is none. */
  text(path: string): string | null;
}

/**
 * Looks into a workbook before it is parsed: refuses what is protected, has macros, is no workbook, or says that it
 * would unpack to more than we take.
 *
 * @throws ProblemError file-protected, file-wrong-type, file-has-macros, file-too-large, file-broken
 */
export function openArchive(name: string, bytes: Uint8Array): WorkbookArchive {
  const values = { file: name, list: name };
  if (startsWith(bytes, OLE_MAGIC)) {
    // Excel wraps an encrypted workbook in the container that old .xls files use.
    throw new ProblemError(
      holdsUtf16(bytes, 'EncryptedPackage') ? 'file-protected' : 'file-wrong-type',
      values,
    );
  }
  if (!startsWith(bytes, ZIP_MAGIC)) throw new ProblemError('file-wrong-type', values);
  const paths: string[] = [];
  let unpackedBytes = 0;
  let small: Record<string, Uint8Array>;
  try {
    small = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        paths.push(path);
        unpackedBytes += originalSize;
        return isSmallPart(path) && originalSize < LARGEST_UNPACKED_BYTES / 10;
      },
    });
  } catch (error) {
    throw new ProblemError('file-broken', values, { cause: error });
  }
  if (unpackedBytes > LARGEST_UNPACKED_BYTES) {
    throw new ProblemError('file-too-large', {
      ...values,
      limit: `${LARGEST_UNPACKED_BYTES / 1024 / 1024} MB`,
    });
  }
  if (unpackedBytes > HARMLESS_BYTES && unpackedBytes > bytes.byteLength * MOST_TIMES_PACKED) {
    throw new ProblemError('file-broken', values);
  }
  if (paths.some((path) => path.endsWith('vbaProject.bin')))
    throw new ProblemError('file-has-macros', values);
  if (!paths.some((path) => path === 'xl/workbook.xml')) throw new ProblemError('file-wrong-type', values);
  return { text: (path) => textOf(path in small ? small[path] : onlyPart(bytes, path)) };
}

/** What says how the workbook hangs together; the sheets themselves are large and read when asked for. */
function isSmallPart(path: string): boolean {
  return /^xl\/(workbook\.xml|styles\.xml|_rels\/|tables\/|worksheets\/_rels\/)/.test(path);
}

function onlyPart(bytes: Uint8Array, path: string): Uint8Array | undefined {
  return unzipSync(bytes, { filter: ({ name }) => name === path })[path];
}

function textOf(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : new TextDecoder().decode(bytes);
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function holdsUtf16(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(word, 'utf16le'));
}
