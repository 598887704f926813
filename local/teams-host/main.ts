import './teams-host.css';
import './card.css';
import { el } from './dom.ts';
import { fetchUsers } from './host-services.ts';
import { startTeamsHost } from './teams-host.ts';

const root = document.getElementById('host');
if (root === null) throw new Error('index.html has no #host');

try {
  startTeamsHost(root, await fetchUsers());
} catch (error) {
  root.replaceChildren(
    el(
      'main',
      { class: 'no-server' },
      el('h1', {}, 'Lokal Teams-värd'),
      el('p', {}, 'De lokala tjänsterna svarar inte. Starta dem med npm start och läs in sidan igen.'),
      el('p', {}, el('code', {}, error instanceof Error ? error.message : String(error))),
    ),
  );
}
