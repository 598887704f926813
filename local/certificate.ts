import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from 'selfsigned';

/** A certificate for localhost in PEM, and the file that NODE_EXTRA_CA_CERTS can point to. */
export interface LocalCertificate {
  readonly key: string;
  readonly cert: string;
  readonly file: string;
}

/**
 * Makes a certificate for this run. Microsoft's Graph client sends its token over https only, so the stand-ins speak
 * https; only the functions host trusts this certificate, and only while it runs.
 */
export async function createCertificate(folder: string): Promise<LocalCertificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'certificate.pem');
  writeFileSync(file, cert);
  return { key, cert, file };
}
