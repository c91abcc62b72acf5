/** Words that mean the same where usage is counted. Each line is one meaning. */
const MEANINGS = `
login logon signin authentication auth logged anmeldung connexion
order pedido bestellung commande
user usuario benutzer nutzer utilisateur
revenue umsatz ingreso ventas
session sesione sitzung
session sess visit
api endpoint
call request req invocation hit query
storage disk stored size space volume
byte b kb mb gb tb kib mib gib tib kilobyte megabyte gigabyte terabyte
seat license licence
user usr people person member visitor unique mau dau actor
active engaged engagement
message msg mail email sms
sent send delivered delivery outgoing emitted
received incoming inbound
document doc page
file upload uploaded ul attachment asset
download downloaded dl
minute min
second sec
hour hr
duration time length elapsed spent watched
duration elapsed hour minute min second runtime
maximum max peak largest highest top most
minimum min lowest smallest least
latest last current newest
average avg mean
hour hr minute min second sec millisecond ms
revenue amount cost spend spent price charge billed invoiced earnings sale
error failure failed fault exception err
transaction txn trx tx
connection conn
event evt
success succeeded successful ok
export exported
report dashboard
create created new added made
delete deleted removed
event activity action occurrence
click clicked
view viewed impression
order purchase purchased
bought purchased acquired sold
use used usage using
ticket case conversation
project board
task todo issue card
comment reply
search searched query
workflow automation zap
run execution executed ran job
invite invitation invited
share shared
record row entry item
credit token
input prompt
output completion
bandwidth traffic egress transfer transferred
ratio rate percentage percent pct share
average avg mean
build deployment deploy
commit push
host server machine instance
contact lead
call phone
call
feature functionality
meeting booking
signup registration registered
customer account
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** For each word the numbers of its meanings. */
export const MEANINGS_OF: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const found = new Map<string, Set<number>>();
  for (const [meaning, words] of MEANINGS.entries())
    for (const word of words) found.set(word, (found.get(word) ?? new Set()).add(meaning));
  return found;
})();
