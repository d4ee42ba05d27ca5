import { isSqlite, plainDriver, type PlainDriver } from '../support/plain-driver.ts';

/** The statements without which the pages could not say what they say, one after another through the plain driver. */
export async function caseFloor(
  url: string,
): Promise<PlainDriver & { page(id: string): Promise<number>; desk(areaId: string): Promise<number> }> {
  const plain = await plainDriver(url);
  const mark = (text: string): string => (isSqlite(url) ? text.replaceAll(/\$\d/g, '?') : text);
  const PAGE = [
    'select p.*, g.name, a.name as place from proposals p join groups g on g.id = p.group_id join assets a on a.id = p.asset_id where p.id = $1',
    `select at, public_text from facts where subject_kind = 'proposal' and subject_id = $1 and public_text is not null order by at desc limit 100`,
    `select * from benefit_tests where subject_kind = 'proposal' and subject_id = $1`,
    `select shown, stance, reply, answer_id from comments where proposal_id = $1 and state = 'public' order by id limit 100`,
    'select * from proposal_grounds where proposal_id = $1',
    'select * from proposal_warnings where proposal_id = $1',
  ].map(mark);
  const DESK = mark(
    `select p.id, p.number, p.state, p.due_on, g.name, a.name as place from proposals p join groups g on g.id = p.group_id join assets a on a.id = p.asset_id
     where p.area_id = $1 and p.ended_on is null and p.state <> 'draft' order by p.due_on, p.id limit 400`,
  );
  return {
    ...plain,
    /** @returns how many rows there were */
    async page(id) {
      let rows = 0;
      for (const text of PAGE) rows += (await plain.run(text, [id])).length;
      return rows;
    },
    desk: async (areaId) => (await plain.run(DESK, [areaId])).length,
  };
}
