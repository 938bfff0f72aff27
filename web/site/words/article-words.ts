import type { Content } from "../../../lambdas/contract/agreement.ts";
import type { Language } from "../../../lambdas/contract/stages.ts";

type Section = readonly [heading: string, ...paragraphs: string[]];

/** The sections after the agreement's own text, the same in every piece of a phase. */
export const articleWords: Record<Content["phase"], Record<Language, readonly Section[]>> = {
  awareness: {
    es: [
      [
        "Lo que no sale en ninguna factura",
        "En un almacén casi nada se rompe de golpe. Se pierde un minuto buscando un palé, otro esperando a que alguien diga dónde está, y diez al final del día cuadrando lo que dice la pantalla con lo que hay en el hueco. Nadie apunta esos minutos, y por eso nadie los echa en falta.",
        "La primera vez que se miden, sorprenden. En los almacenes que hemos visitado, entre una cuarta y una tercera parte de la jornada se va en andar y en buscar. No es culpa de nadie: es el recorrido que se ha ido haciendo solo, año tras año.",
      ],
      [
        "Cómo verlo en su propia casa",
        "Elija un día normal, ni el más tranquilo ni el de más trabajo. Acompañe a una persona durante dos horas con un cronómetro y una hoja de tres columnas: andar, buscar, preparar. No corrija nada mientras mira; si pregunta, el día deja de ser normal.",
        "Haga lo mismo con otra persona y en otro turno. Con cuatro hojas ya se ve el dibujo, y suele ser el mismo: unas pocas referencias, siempre las mismas, provocan la mayor parte de los paseos.",
      ],
      [
        "Tres cambios que no cuestan dinero",
        "El primero: acerque al muelle las veinte referencias que más salen. El segundo: separe las que se parecen, porque los errores nacen de dos cajas iguales en huecos vecinos. El tercero: escriba en cada hueco lo que hay, con letra que se lea a dos metros.",
        "Después de una semana, repita la medición. Si no nota diferencia, el problema está en otro sitio y ya sabe dónde no buscarlo, que también vale.",
      ],
      [
        "Cuándo deja de bastar",
        "Estos arreglos funcionan hasta cierto tamaño. Cuando hay más de unas mil referencias, dos turnos o pedidos que cambian mientras se preparan, el orden ya no cabe en la cabeza de una persona, por buena que sea. Ese es el momento de mirar programas; no antes.",
      ],
    ],
    en: [
      [
        "What no invoice shows",
        "Hardly anything in a warehouse breaks suddenly. A minute goes on looking for a pallet, another on waiting for someone to say where it is, and ten at the end of the day on making the screen agree with the shelf. No one writes these minutes down, so no one misses them.",
        "The first time they are measured they come as a surprise. In the warehouses that we have visited, between a quarter and a third of the day goes on walking and searching. It is no one’s fault: the route has simply grown that way, year after year.",
      ],
      [
        "How to see it in your own warehouse",
        "Choose an ordinary day, neither the quietest nor the busiest. Go along with one person for two hours with a stopwatch and a sheet of three columns: walking, searching, picking. Correct nothing while you watch; once you ask, the day is no longer ordinary.",
        "Do the same with another person and on another shift. Four sheets are enough to see the pattern, and it is usually the same: a few items, always the same ones, cause most of the walking.",
      ],
      [
        "Three changes that cost nothing",
        "First: move the twenty items that leave most often close to the dock. Second: keep lookalikes apart, because errors come from two similar boxes side by side. Third: label every slot with what is in it, in letters that can be read from two metres.",
        "Measure again after a week. If you see no difference, the problem is elsewhere, and knowing where not to look is worth something too.",
      ],
      [
        "When it is no longer enough",
        "These fixes work up to a certain size. With more than a thousand items, two shifts, or orders that change while they are being picked, the layout no longer fits in one person’s head, however good they are. That is the moment to look at software; not before.",
      ],
    ],
  },
  consideration: {
    es: [
      [
        "Empiece por lo que no quiere cambiar",
        "Casi todas las comparativas empiezan por una lista de funciones, y por eso todas se parecen. Pruebe al revés: escriba qué funciona bien hoy y no piensa tocar. El ERP, la manera de numerar, el transportista de siempre. Un programa que le obligue a cambiar eso le costará el doble.",
        "Con esa hoja delante, la mitad de los candidatos se cae sola, y las reuniones con la otra mitad se acortan mucho.",
      ],
      [
        "Pida que se lo enseñen con sus datos",
        "Una demostración con datos de ejemplo sale siempre bien. Prepare un listado con sus cien referencias más incómodas: las que van por peso, las que caducan, las que se parecen. Envíelo dos días antes y mire qué ocurre cuando un pedido no cabe en una caja.",
        "Invite a quien prepara los pedidos. Verá en cinco minutos lo que en una reunión de dirección no se ve en una hora.",
      ],
      [
        "El coste que no está en la oferta",
        "La cuota es la parte fácil. Pregunte cuántas horas de su gente hacen falta, quién las ha contado y en qué almacén. Pregunte qué pasa si la conexión con el ERP se retrasa: quién la paga y quién avisa. Y pregunte el precio del tercer año, por escrito.",
        "Si la respuesta es «depende», pida de qué depende, con números. Quien lo ha hecho veinte veces los tiene.",
      ],
      [
        "Hable con dos clientes suyos",
        "Uno que lleve tres años y otro que lleve seis meses. Al primero, pregúntele qué ha dejado de usar. Al segundo, qué ha sido peor de lo que le dijeron. Ningún proveedor serio se molesta porque lo haga; nosotros tampoco.",
      ],
    ],
    en: [
      [
        "Start with what you do not want to change",
        "Almost every comparison starts with a list of features, which is why they all look alike. Try it the other way round: write down what works well today and should stay. The ERP, the way you number things, the carrier you have always used. Software that makes you change these will cost you double.",
        "With that sheet in front of you, half of the candidates drop out on their own, and meetings with the other half become much shorter.",
      ],
      [
        "Ask to see it with your own data",
        "A demo with sample data always goes well. Prepare a list of your hundred most awkward items: those sold by weight, those that expire, those that look alike. Send it two days ahead, and watch what happens when an order does not fit into one box.",
        "Invite the people who pick the orders. They see in five minutes what a management meeting does not see in an hour.",
      ],
      [
        "The cost that is not in the offer",
        "The fee is the easy part. Ask how many hours of your people’s time it takes, who counted them, and in which warehouse. Ask what happens if the ERP integration is late: who pays for it, and who lets you know. And ask for the third-year price, in writing.",
        "If the answer is “it depends”, ask on what, in figures. A supplier that has done it twenty times has them.",
      ],
      [
        "Talk to two of their customers",
        "One that has been with them for three years and one for six months. Ask the first what they no longer use. Ask the second what was worse than they had been told. No serious supplier minds; nor do we.",
      ],
    ],
  },
  decision: {
    es: [
      [
        "Lo que se repite en todos los casos",
        "Antes del cambio casi siempre hay lo mismo: hojas de cálculo, memoria y buena voluntad. Los errores se arreglan con un segundo envío y una disculpa, y el inventario se hace dos domingos al año, con toda la plantilla y con pizza.",
        "Nada de eso es grave por separado. Lo grave es que nadie puede decir cuánto cuesta, y que a menudo una sola persona sabe dónde está cada cosa.",
      ],
      [
        "El primer mes es el peor",
        "Conviene decirlo. Durante las dos primeras semanas se prepara más despacio, porque confirmar cada línea lleva un gesto más. Hacia la tercera se iguala el ritmo. Desde la cuarta, los abonos por error bajan, y lo normal es que no vuelvan a subir.",
        "Lo que más cuesta no suele ser el programa, sino las etiquetas: aparecen tres formatos distintos y nadie recuerda por qué.",
      ],
      [
        "Las cuentas, al cabo de un año",
        "Hay que mirar tres cifras: errores por cada mil líneas, horas dedicadas a buscar y días cerrados para contar. Si las tres no han bajado a la mitad, algo se ha hecho mal, y casi siempre es la ubicación de las referencias.",
        "Tampoco sale todo. El reparto por zonas que parece tan lógico en la pizarra se abandona a menudo a los pocos meses, porque en temporada deja a media plantilla parada.",
      ],
      [
        "Qué haría falta en su caso",
        "Un listado de artículos, los pedidos de un mes y una visita de medio día. Con eso se sabe si las cuentas salen, y en cuánto tiempo. Si no salen, es mejor saberlo antes de firmar que después.",
      ],
    ],
    en: [
      [
        "What every case has in common",
        "Before the change it is nearly always the same: spreadsheets, memory and goodwill. Errors are fixed with a second delivery and an apology, and stock is counted on two Sundays a year, with the whole team and pizza.",
        "None of it is serious on its own. What is serious is that no one can say what it costs, and that often only one person knows where everything is.",
      ],
      [
        "The first month is the worst",
        "It has to be said. For the first two weeks picking is slower, because confirming each line takes one more step. By the third, the pace is back to normal. From the fourth on, credit notes for errors fall, and as a rule they do not rise again.",
        "The hardest part is seldom the software but the labels: there turn out to be three formats, and no one remembers why.",
      ],
      [
        "The figures, a year on",
        "Look at three figures: errors per thousand lines, hours spent searching, and days closed for counting. If they have not all fallen by half, something went wrong, and nearly always it is where the items are stored.",
        "Not everything works, either. The split by zones that looks so sensible on the whiteboard is often given up after a few months, because it leaves half of the team idle in high season.",
      ],
      [
        "What it would take in your case",
        "A list of items, one month of orders and a half-day visit. That is enough to know whether the figures add up, and how soon. If they do not, it is better to know before you sign than after.",
      ],
    ],
  },
};
