/** What a figure alone must do to move the index, in the trial page and in explanations. */
export const movesSv = {
  'moves.title': 'Vad som flyttar indexet',
  'moves.lead':
    'Vad en siffra ensam måste göra för att indexet ska ändras med 0,1, och för att det visade indexet ska slå över till en annan tiondel.',
  'moves.caption': 'Förändring av varje siffra som flyttar indexet, upp och ner',
  'moves.input': 'Siffra',
  'moves.up-a-tenth': 'Index +0,1',
  'moves.down-a-tenth': 'Index −0,1',
  'moves.flip-up': 'Visat index upp till {to}',
  'moves.flip-down': 'Visat index ner till {to}',
  'moves.impossible': 'går inte',
  'moves.initiatives': '{move} initiativ',
  'moves.points': '{move} p.e.',
  'moves.none': 'Utan index finns inget att flytta. Ge den del som saknas ett värde.',
  'moves.all': 'Prova själv och se alla siffror',
} as const;
