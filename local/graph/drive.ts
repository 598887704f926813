import type { Drive, DriveItem } from '@microsoft/microsoft-graph-types';
import { collection, type GraphAnswer, type GraphCall, json } from './graph-call.ts';
import { notFound } from './graph-refusal.ts';
import { identity } from './item-shape.ts';
import type { SiteState, TenantState } from './tenant-state.ts';
import type { TenantFile } from './tenant-content.ts';

/** The one document library that each site has. */
export const driveIdOf = (site: SiteState): string =>
  `b!${Buffer.from(site.site.id.slice(-36)).toString('base64url')}`;

export function siteOfDrive(state: TenantState, driveId: string): SiteState {
  const site = state.sites.find((candidate) => driveIdOf(candidate) === driveId);
  if (site === undefined) throw notFound('drive');
  return site;
}

export function oneDrive(site: SiteState): GraphAnswer {
  const drive: Drive = {
    id: driveIdOf(site),
    driveType: 'documentLibrary',
    name: 'Dokument',
    webUrl: `${site.site.webUrl}/Delade dokument`,
    createdDateTime: site.site.createdDateTime,
    lastModifiedDateTime: site.site.lastModifiedDateTime,
  };
  return json(drive);
}

export function rootChildren(call: GraphCall, site: SiteState): GraphAnswer {
  return collection(call, childrenOf(site, null));
}

/** The document libraries: each site has one. */
export function siteDrives(call: GraphCall, site: SiteState): GraphAnswer {
  return collection(call, [oneDrive(site).body]);
}

/** What the root, or a folder by its id, holds. */
export function driveChildren(call: GraphCall, site: SiteState, folderId: string | null): GraphAnswer {
  return collection(call, childrenOf(site, folderId));
}

function childrenOf(site: SiteState, folderId: string | null): readonly DriveItem[] {
  const files = site
    .files()
    .filter(({ folder }) => (folder === undefined ? null : folderIdOf(folder)) === folderId);
  const folders = folderId === null ? [...new Set(site.files().flatMap(({ folder }) => folder ?? []))] : [];
  return [
    ...folders.map((name) => ({
      id: folderIdOf(name),
      name,
      lastModifiedDateTime: site.site.lastModifiedDateTime,
      folder: { childCount: site.files().filter(({ folder }) => folder === name).length },
    })),
    ...files.map((file) => driveItem(site, file)),
  ];
}

function folderIdOf(name: string): string {
  return `folder-${Buffer.from(name).toString('base64url')}`;
}

export function oneDriveItem(site: SiteState, id: string): GraphAnswer {
  return json(driveItem(site, fileOf(site, id)));
}

/** Graph sends the caller on to an address that needs no token for a while; so do we. */
export function contentAddress(call: GraphCall, site: SiteState, id: string): GraphAnswer {
  const file = fileOf(site, id);
  const address = new URL(`/_download/${driveIdOf(site)}/${encodeURIComponent(file.id)}`, call.root);
  return { status: 302, headers: { Location: address.href }, body: new Uint8Array() };
}

/** GET /_download/{drive}/{file}: what the address above leads to. */
export function download(state: TenantState, driveId: string, id: string): GraphAnswer {
  const file = fileOf(siteOfDrive(state, driveId), id);
  return { status: 200, headers: { 'Content-Type': file.mimeType }, body: file.content };
}

function fileOf(site: SiteState, id: string): TenantFile {
  const file = site.files().find((candidate) => candidate.id === id);
  if (file === undefined) throw notFound('resource');
  return file;
}

function driveItem(site: SiteState, file: TenantFile): DriveItem {
  return {
    id: file.id,
    name: file.name,
    webUrl: file.webUrl,
    size: file.claimedSize ?? file.content.byteLength,
    eTag: `"{${file.id}},1"`,
    cTag: `"c:{${file.id}},1"`,
    createdDateTime: file.createdDateTime,
    lastModifiedDateTime: file.lastModifiedDateTime,
    createdBy: identity(file.createdBy),
    lastModifiedBy: identity(file.createdBy),
    parentReference: { driveType: 'documentLibrary', driveId: driveIdOf(site), siteId: site.site.id },
    file: { mimeType: file.mimeType },
  };
}
