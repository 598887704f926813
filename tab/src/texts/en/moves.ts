import type { movesSv } from '../sv/moves.ts';

export const movesEn: Readonly<Record<keyof typeof movesSv, string>> = {
  'moves.title': 'What moves the index',
  'moves.lead':
    'What one figure alone must do for the index to change by 0.1, and for the shown index to flip to another tenth.',
  'moves.caption': 'The change of each figure that moves the index, up and down',
  'moves.input': 'Figure',
  'moves.up-a-tenth': 'Index +0.1',
  'moves.down-a-tenth': 'Index −0.1',
  'moves.flip-up': 'Shown index up to {to}',
  'moves.flip-down': 'Shown index down to {to}',
  'moves.impossible': 'not possible',
  'moves.initiatives': '{move} initiatives',
  'moves.points': '{move} percentage points',
  'moves.none': 'Without an index there is nothing to move. Give the missing part a value.',
  'moves.all': 'Try it and see every figure',
};
