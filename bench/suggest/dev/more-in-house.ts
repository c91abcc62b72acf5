import { byAccount, byDay, DAYS, mapped, type SuggestShape, stored } from '../shape.ts';

const KUNDEN = ['KD-0815', 'KD-0816', 'KD-0911'];
const CLIENTES = ['bodega', 'cortijo', 'dehesa'];
const COMPTES = ['C001', 'C002', 'C003'];
const ORGS = ['o-77', 'o-78', 'o-91'];

/** Terse fields and fields in other languages, as people write them for themselves; described in English. */
export const MORE_IN_HOUSE: readonly SuggestShape[] = [
  {
    kind: 'in-house',
    name: 'German fields, amounts as 1.234,56',
    source: 'In-house endpoint in the manner of a German merchandise management system (formatted for people)',
    answer: {
      stand: '12.10.2026 02:00',
      datensaetze: byAccount(KUNDEN, DAYS, ({ id, day, calls, amount, users }) => ({
        ...{ lfd_nr: users * 3, kunde: id, datum: day.split('-').toReversed().join('.') },
        ...{
          anmeldungen: users,
          bestellungen: calls,
          umsatz: (amount * 10).toLocaleString('de-DE', { minimumFractionDigits: 2 }),
        },
      })),
    },
    descriptions: ['orders (Bestellungen)', 'revenue (Umsatz) in euros', 'logins (Anmeldungen)'],
    knownIds: KUNDEN,
    mapping: mapped(
      'datensaetze',
      ["join('-', reverse(split(datum, '.')))", 'YYYY_MM_DD'],
      'kunde',
      'bestellungen',
      "to_number(replace(replace(umsatz, '.', ''), ',', '.'))",
      'anmeldungen',
    ),
    expected: stored(KUNDEN, DAYS, ({ calls, amount, users }) => [calls, Number((amount * 10).toFixed(2)), users]),
  },
  {
    kind: 'in-house',
    name: 'Spanish fields, days as 05/10/2026',
    source: 'In-house endpoint of a Spanish booking platform',
    answer: {
      resultado: 'correcto',
      datos: {
        uso: byDay(CLIENTES, DAYS, ({ id, day, calls, users, few }) => ({
          ...{ cliente: id, fecha: day.split('-').toReversed().join('/') },
          ...{ reservas: calls, usuarios_activos: users, cancelaciones: few },
        })),
        total_registros: 15,
      },
    },
    descriptions: ['active users', 'cancellations', 'bookings (reservas)'],
    knownIds: [],
    mapping: mapped(
      'datos.uso',
      ["join('-', reverse(split(fecha, '/')))", 'YYYY_MM_DD'],
      'cliente',
      ['usuarios_activos', 'MAX'],
      'cancelaciones',
      'reservas',
    ),
    expected: stored(CLIENTES, DAYS, ({ users, few, calls }) => [users, few, calls]),
  },
  {
    kind: 'in-house',
    name: 'French fields, accounts above days',
    source: 'In-house endpoint of a French document archive',
    answer: {
      comptes: COMPTES.map((id) => ({
        ...{ numero: id, intitule: `Société ${id}`, cree_le: '2021-05-04' },
        jours: byDay([id], DAYS, ({ day, users, calls, bytes }) => ({
          ...{ jour: day, connexions: users, documents_deposes: calls, espace_octets: bytes },
        })),
      })),
    },
    descriptions: ['storage space (espace) in bytes', 'documents uploaded', 'logins (connexions)'],
    knownIds: [],
    mapping: mapped(
      'comptes[*].[let $id = numero in jours[*].{id: $id, d: @}][][]',
      ['d.jour', 'YYYY_MM_DD'],
      'id',
      ['d.espace_octets', 'LAST'],
      'd.documents_deposes',
      'd.connexions',
    ),
    expected: stored(COMPTES, DAYS, ({ bytes, calls, users }) => [bytes, calls, users]),
  },
  {
    kind: 'in-house',
    name: 'one or two letters a field',
    source: 'In-house endpoint of a device gateway that saves bytes: o, d, rq, er, mb',
    answer: {
      v: 3,
      d: byDay(ORGS, DAYS, ({ id, compact, calls, few, amount }) => ({
        ...{ o: id, dt: compact, rq: calls, er: few, mb: amount },
      })),
      n: 15,
    },
    descriptions: ['errors (er)', 'requests (rq)', 'megabytes transferred'],
    knownIds: [],
    mapping: mapped('d', ['dt', 'YYYYMMDD'], 'o', 'er', 'rq', 'mb'),
    expected: stored(ORGS, DAYS, ({ few, calls, amount }) => [few, calls, amount]),
  },
  {
    kind: 'in-house',
    name: 'abbreviations, bytes where megabytes and milliseconds where minutes are wanted',
    source: 'In-house endpoint over a star schema: usr_cnt, ttl_req, byt_xfr, sess_ms, org_cd',
    answer: {
      rows: byAccount(ORGS, DAYS, ({ id, day, calls, users, few }) => ({
        ...{ row_id: few * 7 + users, org_cd: id, rpt_dt: `${day} 00:00:00`, load_ts: '2026-10-11 04:00:00' },
        ...{ usr_cnt: users, ttl_req: calls, xfr_bytes: calls * 12_500, sess_ms: users * 90_000 },
      })),
    },
    descriptions: ['MB transferred', 'session minutes', 'user count', 'total requests'],
    knownIds: [],
    mapping: mapped(
      'rows',
      ['rpt_dt', 'YYYY_MM_DD_HH_MM_SS'],
      'org_cd',
      'xfr_bytes / `1000000`',
      'sess_ms / `60000`',
      ['usr_cnt', 'MAX'],
      'ttl_req',
    ),
    expected: stored(ORGS, DAYS, ({ calls, users }) => [(calls * 12_500) / 1e6, users * 1.5, users, calls]),
  },
  {
    kind: 'in-house',
    name: 'numbers as accounts, dates as in mail, the peak of several rows a day',
    source: 'In-house endpoint in the manner of a call centre switch that logs its lines twice a day',
    answer: {
      entries: byDay(['2001', '2002', '2009'], DAYS.slice(0, 4), ({ id, ms, calls, users }) =>
        [9, 17].map((hour, index) => ({
          ...{ at: new Date(ms + hour * 3_600_000).toUTCString(), branch_no: Number(id) },
          ...{ calls_answered: calls + index, lines_busy: users + 5 * (1 - index), lines_available: 120 },
        })),
      ).flat(),
    },
    descriptions: ['peak number of busy lines', 'answered calls'],
    knownIds: [],
    mapping: mapped('entries', ['at', 'RFC_2822'], 'branch_no', ['lines_busy', 'MAX'], 'calls_answered'),
    expected: stored(['2001', '2002', '2009'], DAYS.slice(0, 4), ({ users, calls }) => [users + 5, calls * 2 + 1]),
  },
];
