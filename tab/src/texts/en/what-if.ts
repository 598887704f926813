import type { whatIfSv } from '../sv/what-if.ts';

export const whatIfEn: Readonly<Record<keyof typeof whatIfSv, string>> = {
  'what-if.levers.title': 'Move the figures',
  'what-if.levers.lead':
    'Nothing is saved. The index is computed here in the tab, by the same formula as the real one. The link that you share carries your trial.',
  'what-if.lever.number': '{figure}, type a value',
  'what-if.lever.own': 'Today {value}',
  'what-if.lever.none': 'Missing this year. Drag or type a value to try.',
  'what-if.lever.wrong': 'Type a number, for instance 3.9.',
  'what-if.lever.back': 'Put back',
  'what-if.lever.back.of': 'Put back {figure}',
  'what-if.reset': 'Put everything back',
  'what-if.index.title': 'Index {year}, if',
  'what-if.index.same': 'Nothing is moved yet.',
  'what-if.index.change': 'From {own} to {index} ({change} unrounded).',
  'what-if.components.caption': 'The components in your trial, with a line where they are today',
  'what-if.components.value': 'Value',
  'what-if.changed.title': 'What changed',
  'what-if.changed.lead': 'How much each part moves the index in your trial.',
};
