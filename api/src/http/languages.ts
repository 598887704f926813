import { LANGUAGES, type Language } from '#core/contracts/digest.ts';

/** The language that an Accept-Language header asks for among ours; Swedish where it asks for none of them. */
export function preferredLanguage(header: string | null): Language {
  let [best, bestWeight]: [Language, number] = ['sv', 0];
  for (const part of (header ?? '').slice(0, 500).split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = LANGUAGES.find((one) => range === one || range.startsWith(`${one}-`));
    if (language !== undefined && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}
