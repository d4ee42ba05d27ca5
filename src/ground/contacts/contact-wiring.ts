import { html, nothing } from 'lit';
import { contactFoot, placeFoot } from '../../../client/ground/contacts/contact-card-view.ts';
import { contactDeskPart } from '../../../client/ground/contacts/contact-desk-view.ts';
import type { PageAbout } from '../../kernel/page.ts';
import type { Contribution, Kernel, Part } from '../../kernel/wing.ts';
import type { AreaService } from '../areas/area-service.ts';
import type { DeskShown, OwnerHomeShown } from '../people/desk-slot.ts';
import type { Access } from '../people/role-contract.ts';
import { contactPages } from './contact-pages.ts';
import { contactService } from './contact-service.ts';
import { missingOf } from './contact-words.ts';

/** How areas and owners are reached. */
export function contactsFeature(kernel: Kernel, { areas, access }: { areas: AreaService; access: Access }) {
  const contacts = contactService({ ...kernel, areas });
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => contactPages({ contacts, areas, access, sendPage }),
    onFoot: atFoot,
    onDesk: async (shown) => ({ usual: await onDesk(shown) }),
    onOwnerHome: async (shown) => ({ below: await onOwnerHome(shown) }),
  };
  return { contacts, contribution };

  async function atFoot(about: PageAbout | undefined): Promise<Part> {
    if (!about) return contactFoot(await contacts.forEverybody());
    return placeFoot(await contacts.ofPlace(about.areaId, about.ownerId));
  }

  async function onDesk({ area, may }: DeskShown): Promise<Part> {
    if (!may('contact.keep')) return nothing;
    const [ofArea, ...owners] = await contacts.inArea(area);
    const areaMissing = ofArea ? missingOf('area', ofArea.contact) : [];
    const silent = owners.filter(({ contact }) => missingOf('owner', contact).length > 0).length;
    return areaMissing.length + silent > 0 ? contactDeskPart(area.slug, areaMissing, silent) : nothing;
  }

  async function onOwnerHome({ owner, may }: OwnerHomeShown): Promise<Part> {
    if (!may('contact.keep')) return nothing;
    const missing = missingOf('owner', await contacts.of(owner.id));
    const words = missing.length > 0 ? ` (still missing: ${missing.join(', ')})` : '';
    return html`<p class="actions"><a href="/desk/contacts/owner/${owner.id}">How people reach and pay you</a>${words}</p>`;
  }
}
