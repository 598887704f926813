import { saveFile } from '../../lib/save-file.ts';
import type { ChartData } from '../chart-data.ts';
import { csvOf } from './csv.ts';
import { pictureFile, type PictureFile } from './picture-svg.ts';

export type PictureFormat = 'png' | 'svg' | 'csv';

/** Twice the size on the page, so that it is sharp in print. */
const PNG_SCALE = 2;

interface Picture {
  readonly root: HTMLElement;
  readonly data: ChartData;
  readonly title: string;
  readonly note: string;
}

/** Saves a picture, or what it shows, as a file named after it. */
export async function savePicture(picture: Picture, format: PictureFormat): Promise<void> {
  const blob = await blobOf(picture, format);
  saveFile(blob, `${fileName(picture.title)}.${format}`);
}

/** Puts the picture on the clipboard. @throws DOMException where the host does not let the tab write there */
export async function copyPicture(picture: Picture): Promise<void> {
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blobOf(picture, 'png') })]);
}

async function blobOf(picture: Picture, format: PictureFormat): Promise<Blob> {
  if (format === 'csv') return new Blob([csvOf(picture.data)], { type: 'text/csv;charset=utf-8' });
  const file = pictureFile(picture.root, picture);
  return format === 'svg' ? new Blob([file.svg], { type: 'image/svg+xml;charset=utf-8' }) : pngOf(file);
}

async function pngOf({ svg, widthPx, heightPx }: PictureFile): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = widthPx * PNG_SCALE;
  canvas.height = heightPx * PNG_SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('The browser has no canvas');
  context.scale(PNG_SCALE, PNG_SCALE);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('The picture is empty')) : resolve(blob)));
  });
}

/** Letters and digits of the title, the rest as hyphens. */
function fileName(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'diagram';
}
