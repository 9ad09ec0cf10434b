"""Given names that stand for each other: usual short forms and spellings, English, Welsh, Scottish, Irish, South Asian.

A list of its own rather than a library's: those that exist were made for American parish registers, where Aaron stands for
Erin; here a pair that is not usual in Britain would only make a question where there is none.
"""

from __future__ import annotations

from collections import defaultdict

GROUPS = """
abdul abdool abdal
abigail abby abbie gail
adam addy
ahmed ahmad
alan allan allen alun al
alasdair alastair alistair alister ally al
albert al bert bertie
alexander alex alec alick sandy xander sasha
alexandra alex alexa sandra sasha lexie
alfred alf alfie fred
alice ali
alison ali
amanda mandy
amrit amrita
andrea andi
andrew andy drew
angela angie ange
angharad hari
anne ann annie anna
anthony antony tony
archibald archie
arjun arjan
arthur art
barbara barb babs
barnaby barney
barry baz
beatrice bea bee
belinda bel linda
benjamin ben benny benji
bernadette bernie
bernard bernie
bethan beth
bethany beth
bridget brigid biddy bridie
bronwen bron
calum callum
cameron cam
carol carole
caroline carol caro carrie
catherine katherine kathryn catharine katharine cathryn cat kat cathy kathy kate katie katy cath kath kay kitty
catrin cat
charles charlie chas chuck
charlotte charlie lottie
christine chris chrissie tina
christina chris chrissie tina
christopher chris kit topher
ciaran kieran kieron
clement clem
constance connie
cornelius con neil
cynthia cindy
daffyd dafydd dai david
daniel dan danny
danielle dani
david dave davie davy dai
deborah debra deb debbie debby
dennis denis den
derek derrick del
desmond des
diana di
diane di dianne
dominic dom
donald don donnie
dorothy dot dottie dolly
douglas doug dougie
duncan dunc
edward ed eddie eddy ted teddy ned
edwin ed eddie
edmund ed eddie ned
eleanor ellie nell nellie elinor
elizabeth elisabeth liz lizzie beth betty bess bessie betsy eliza libby lisa elspeth
ellen nell ellie
emily em
emma em
eugene gene
eve eva evie
ewan euan ewen euen
farooq faruk farouk
fatima fatimah
fergus fergie
fiona fi
florence flo florrie
frances fran francesca
francesca fran frankie
francis frank frankie
franklin frank
frederick frederic fred freddie
gabriel gabe
gareth gaz gary
geoffrey jeffrey geoff jeff
george georgie
georgina georgie gina
gerald gerry jerry
gerard gerry ged
geraldine gerry
gillian jill gill gilly
gordon gord
graham graeme grahame
gregory greg
gruffydd griff gruff
gurinder gurindar guri
gurpreet gurprit
gwendolen gwen gwendoline
gwyneth gwen
hannah hanna
harold harry hal
harriet hattie harry
helen nell helena
henry harry hal hank
hilary hillary
hugh huw hughie
humphrey humph
hussain hussein husain hossain
iain ian
imogen immy
iqbal ikbal
isabel isobel isabelle isabella bella izzy issy
jacob jake
jacqueline jackie jacqui jacquie
jamal jamaal
james jim jimmy jamie
jane janie
janet jan
janice jan janis
jasbir jas
jaswinder jas
jason jase
jean jeanie
jennifer jen jenny jennie
jeremy jem jerry jez
jessica jess jessie
joan joanie
joanna jo joanne
joanne jo joanna
johanna jo hanna
john johnny jack jon
jonathan jon jonny jonathon johnathan
jonathan nathan
joseph joe joey
josephine jo josie
joshua josh
judith judy jude
julia jules julie
julian jules
juliet jules
karen kaz
kathleen kath kathy kate
keir kier
kenneth ken kenny
kevin kev
khalid khaled
kimberley kim kimberly
kulwinder kully
lachlan lachie
laura laurie lor
laurence lawrence larry laurie
leanne lee
leonard len lenny leo
leslie les
lesley les
lewis lew louis
lillian lilian lil lily
linda lyn lynda lin
llewellyn lew llew
louise lou
lucy lucinda lucie
luke luca
lynne lynn lyn
magdalena magda
malcolm mal
malachy mal
manjinder manj
margaret maggie meg peggy marge madge mags rita greta daisy mairead
marilyn lyn
mark marc
martin martyn marty
mary molly polly mairi maire
matthew matt mat
matilda tilly
maureen mo
maurice mo morris
maxwell max
megan meg
melanie mel
melissa mel
michael mick mike mickey micky mikey micheal
michelle shelly shell chelle
miriam mim
mohammed mohammad mohamed muhammad mohamad mohamud mo md
morgan mog
moses mo
nadia nadya
nancy nan
natalie nat
nathan nat nate
nathaniel nat nate
navendu nav
neil neal niall
nicholas nicolas nick nicky nik
nicola nicky nikki nic
nigel nige
norman norm
oliver ollie olly
olivia liv livvy
oscar ozzie
owen owain
padraig paddy patrick pat
parminder pam
pamela pam
patricia pat patsy tricia trish
patrick pat paddy
paul paulie
pauline paula
penelope penny pen
peter pete
philip phillip phil pip
philippa pippa pip
priscilla cilla
prudence prue
rachel rachael rach
rajinder raj
rajesh raj
rajwant raj
ranjit ranj
raymond ray
rebecca becky becca bec
reginald reg reggie
rhiannon rhi
rhodri rod
richard rick ricky dick rich richie
robert bob bobby rob robbie bert rab
roberta bobbie
roderick rod roddy rory
rodney rod
roger rodge
roland rolly
ronald ron ronnie
rosalind ros roz
rosemary rose rosie
rosaleen rose
ruaridh rory ruairi
rupert rup
russell russ
sabrina bri
sajid saj
salim saleem
samantha sam sammy
samina sam
samuel sam sammy
sarah sara sally sadie
satwinder sat
sean shaun shawn
shahid shaheed
sharon shaz
sheila shelagh sheelagh
shirley shirl
sidney sydney sid
simon si
sinead nead
solomon sol
sophia sophie sofia
stephanie steph stevie
stephen steven steve stevie stephan
stuart stewart stu
sukhwinder sukhi
surinder suri
susan sue susie suzie susannah suzanne
suzanne sue suzy
sylvia silvia syl
syed sayed sayyid said
tamsin tam
tariq tarik
thomas tom tommy tam thom
teresa theresa terry tess tessa tracy
terence terry terrence tel
theodore theo ted
timothy tim timmy
tobias toby
trevor trev
una oona oonagh
usman osman
valerie val
vanessa ness nessa
veronica ronnie vera
victor vic
victoria vicky vicki vikki tori
vincent vince vinny
vivien vivienne vivian viv
walter wally walt
wendy wen
wilfred wilf wilfrid
william bill billy will willie liam
winifred win winnie
yasmin yasmine jasmine jasmin yasmeen
yusuf yousef yusef joseph
yvonne evie
zachary zac zach zak
zoe zoey
"""


def _gathered() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(GROUPS.split("\n")):
        for word in line.split():
            found[word].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


KNOWN = _gathered()
"""In which groups a name stands; a name may stand in several."""

MEMBERS = [line.split() for line in GROUPS.split("\n")]
"""The names of each group, the full one first."""


def forms(name: str) -> frozenset[str]:
    """Names that may stand for a given name, folded, the name itself left out."""
    return frozenset(word for number in KNOWN.get(name, ()) for word in MEMBERS[number]) - {name}


def interchangeable(one: str, other: str) -> bool:
    """Whether two given names, folded, may be of one person."""
    return not KNOWN.get(one, frozenset()).isdisjoint(KNOWN.get(other, frozenset()))


def unlike(one: str, other: str) -> bool:
    """Whether both are usual names and never stand for each other, however alike they are spelt: Joan and John."""
    return one in KNOWN and other in KNOWN and not interchangeable(one, other)
