import type { InventedPosting } from './shape.ts'

/** Five invented postings in fields that the samples do not touch. */
export const postings: InventedPosting[] = [
  {
    id: 'p1',
    asOf: '2026-10-05',
    text: '',
    knockouts: [
      {
        label: '1',
        text: 'Een afgeronde opleiding op minimaal hbo-niveau in de richting van informatiekunde, bedrijfskundige informatica of bestuurskunde',
        minYears: null,
        windowYears: null,
      },
      {
        label: '2',
        text: 'Minimaal 4 jaar aantoonbare ervaring in de afgelopen 7 jaar met de implementatie van zaaksystemen bij gemeenten',
        minYears: 4,
        windowYears: 7,
      },
      {
        label: '3',
        text: 'Aantoonbare werkervaring als projectmanager of projectleider binnen een politiek-bestuurlijke omgeving',
        minYears: null,
        windowYears: null,
      },
      {
        label: '4',
        text: 'Aantoonbare ervaring met het begeleiden van Europese aanbestedingen van software',
        minYears: null,
        windowYears: null,
      },
    ],
    awards: [
      {
        label: '5',
        text: 'Aantoonbare ervaring met het trainen en begeleiden van eindgebruikers bij de invoering van nieuwe software',
        points: 30,
        minYears: null,
        windowYears: null,
      },
      {
        label: '6',
        text: 'Minimaal 6 jaar aantoonbare werkervaring als projectmanager bij een gemeente',
        points: 40,
        minYears: 6,
        windowYears: null,
      },
      {
        label: '7',
        text: 'Aantoonbare kennis van en ervaring met datamigratie en/of informatiebeveiliging',
        points: 30,
        minYears: null,
        windowYears: null,
      },
    ],
  },
  {
    id: 'p2',
    asOf: '2026-11-12',
    text: '',
    knockouts: [
      { label: '1', text: 'Afgeronde wo-opleiding', minYears: null, windowYears: null },
      {
        label: '2',
        text: 'Minimaal 3 jaar werkervaring als beleidsadviseur binnen het sociaal domein, opgedaan in de afgelopen 5 jaar',
        minYears: 3,
        windowYears: 5,
      },
      {
        label: '3',
        text: 'Aantoonbare ervaring met de inkoop en het contractmanagement van jeugdhulp',
        minYears: null,
        windowYears: null,
      },
      {
        label: '4',
        text: 'Werkervaring bij een gemeente of gemeenschappelijke regeling',
        minYears: null,
        windowYears: null,
      },
    ],
    awards: [
      {
        label: '1',
        text: "Ervaring met het opstellen van beleidsnota's en raadsvoorstellen",
        points: 40,
        minYears: null,
        windowYears: null,
      },
      {
        label: '2',
        text: 'Ervaring met het betrekken van inwoners, cliëntenraden en zorgaanbieders bij nieuw beleid',
        points: 40,
        minYears: null,
        windowYears: null,
      },
      {
        label: '3',
        text: 'Een persoonlijke motivatiebrief van maximaal één A4, geschreven door de kandidaat',
        points: 20,
        minYears: null,
        windowYears: null,
      },
    ],
  },
  {
    id: 'p3',
    asOf: '2026-09-18',
    text: '',
    knockouts: [
      {
        label: 'M1',
        text: "Completed bachelor's degree in computer science, information technology or a comparable field",
        minYears: null,
        windowYears: null,
      },
      {
        label: 'M2',
        text: 'At least four (4) years of experience in the last 6 years with securing cloud environments',
        minYears: 4,
        windowYears: 6,
      },
      {
        label: 'M3',
        text: 'Demonstrable experience as a security engineer or security architect',
        minYears: null,
        windowYears: null,
      },
      {
        label: 'M4',
        text: 'Work experience at a government organisation',
        minYears: null,
        windowYears: null,
      },
    ],
    awards: [
      {
        label: 'A1',
        text: 'Experience with incident response and vulnerability management',
        points: 50,
        minYears: null,
        windowYears: null,
      },
      {
        label: 'A2',
        text: 'At least 5 years of experience as a security engineer in the public sector',
        points: 50,
        minYears: 5,
        windowYears: null,
      },
    ],
  },
  {
    id: 'p4',
    asOf: '2026-12-01',
    text: '',
    knockouts: [
      {
        label: '1',
        text: 'Afgeronde hbo-opleiding civiele techniek, planologie of vergelijkbaar',
        minYears: null,
        windowYears: null,
      },
      {
        label: '2',
        text: 'Minimaal vijf jaar ervaring in de laatste tien jaar als omgevingsmanager bij infrastructurele projecten',
        minYears: 5,
        windowYears: 10,
      },
      {
        label: '3',
        text: 'Aantoonbare ervaring met vergunningverlening onder de Omgevingswet',
        minYears: null,
        windowYears: null,
      },
      {
        label: '4',
        text: 'Ervaring bij een waterschap, provincie of Rijkswaterstaat',
        minYears: null,
        windowYears: null,
      },
    ],
    awards: [
      {
        label: '1',
        text: 'Aantoonbare ervaring met grondverwerving en onteigening',
        points: 30,
        minYears: null,
        windowYears: null,
      },
      {
        label: '2',
        text: 'Aantoonbare ervaring met bewonersparticipatie bij dijkversterkingen',
        points: 30,
        minYears: null,
        windowYears: null,
      },
      {
        label: '3',
        text: 'Minimaal 8 jaar ervaring als omgevingsmanager bij een waterschap',
        points: 40,
        minYears: 8,
        windowYears: null,
      },
    ],
  },
  {
    id: 'p5',
    asOf: '2026-10-22',
    text: '',
    knockouts: [
      {
        label: '1',
        text: 'Hbo-diploma in een financiële richting, bijvoorbeeld bedrijfseconomie of accountancy',
        minYears: null,
        windowYears: null,
      },
      {
        label: '2',
        text: 'Ten minste 36 maanden ervaring met de planning- en controlcyclus bij een decentrale overheid',
        minYears: 3,
        windowYears: null,
      },
      {
        label: '3',
        text: 'Ervaring met het opstellen van begrotingen en jaarrekeningen',
        minYears: null,
        windowYears: null,
      },
      { label: '4', text: 'Gewerkt als financieel adviseur of controller', minYears: null, windowYears: null },
    ],
    awards: [
      {
        label: '1',
        text: 'Aantoonbare ervaring met het adviseren van budgethouders en het management over financiële risico’s',
        points: 60,
        minYears: null,
        windowYears: null,
      },
      {
        label: '2',
        text: 'Ervaring met het verbeteren van interne controle en rechtmatigheid',
        points: 40,
        minYears: null,
        windowYears: null,
      },
    ],
  },
]
