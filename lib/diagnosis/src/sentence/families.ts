import type { Sentence } from '../verdict';

const divisor: Sentence = {
  pt: 'O divisor não é o da definição. O que ela conta para dividir, e o que o seu código conta?',
  es: 'El divisor no es el de la definición. ¿Qué cuenta ella para dividir, y qué cuenta tu código?',
};

const power: Sentence = {
  pt: 'Confira as potências: falta ou sobra um quadrado ou uma raiz. Com dados em metros, em que unidade sai o resultado?',
  es: 'Revisa las potencias: falta o sobra un cuadrado o una raíz. Con datos en metros, ¿en qué unidad sale el resultado?',
};

/**
 * The question for each family of mistakes; `{n}` is the number of elements of the case shown. A question points at the place in
 * the student's code or formula and leaves the answer to them.
 */
export const families: Readonly<Record<string, Sentence>> = {
  SUM: {
    pt: 'O seu resultado cresce com o número de elementos (aqui, {n}). Você somou onde se pedia a média?',
    es: 'Tu resultado crece con el número de elementos (aquí, {n}). ¿Sumaste donde se pedía la media?',
  },
  MEAN: {
    pt: 'O seu resultado foi dividido pelo número de elementos (aqui, {n}). O exercício pede a soma ou a média?',
    es: 'Tu resultado se dividió entre el número de elementos (aquí, {n}). ¿El ejercicio pide la suma o la media?',
  },
  AXIS: divisor,
  DIV: divisor,
  HALF: {
    pt: 'Há um fator 2 a mais ou a menos. Que parcela da sua conta entra duas vezes, ou só pela metade?',
    es: 'Hay un factor 2 de más o de menos. ¿Qué parte de tu cálculo entra dos veces, o solo a la mitad?',
  },
  TWO: {
    pt: 'Há um fator 2 a mais ou a menos. Derive um só termo no papel: onde aparece, ou some, um 2?',
    es: 'Hay un factor 2 de más o de menos. Deriva un solo término en papel: ¿dónde aparece, o desaparece, un 2?',
  },
  SIGN: {
    pt: 'Há um sinal trocado. Percorra a definição termo a termo: que sinal tem cada um?',
    es: 'Hay un signo cambiado. Recorre la definición término a término: ¿qué signo tiene cada uno?',
  },
  SWAP: {
    pt: 'Com dois argumentos na outra ordem, o resultado seria o esperado. Que símbolo da fórmula é cada um?',
    es: 'Con dos argumentos en el otro orden, el resultado sería el esperado. ¿Qué símbolo de la fórmula es cada uno?',
  },
  ABS: {
    pt: 'O sinal do erro não é tratado como manda a definição. O que a sua conta faz com d = −1 e com d = 1?',
    es: 'El signo del error no se trata como manda la definición. ¿Qué hace tu cálculo con d = −1 y con d = 1?',
  },
  SQ: power,
  SQRT: power,
  ORDER: {
    pt: 'As operações aparecem em outra ordem. Na definição, o que se calcula primeiro e o que se faz com o resultado?',
    es: 'Las operaciones aparecen en otro orden. En la definición, ¿qué se calcula primero y qué se hace con el resultado?',
  },
  BRANCH: {
    pt: 'Um dos trechos da definição falta ou está no lugar do outro. Calcule à mão um caso de cada trecho: qual deles o seu código usa?',
    es: 'Uno de los tramos de la definición falta o está en el lugar del otro. Calcula a mano un caso de cada tramo: ¿cuál de ellos usa tu código?',
  },
  SHIFT: {
    pt: 'Os dois trechos não se encontram na fronteira. Que constante faz com que valham o mesmo ali?',
    es: 'Los dos tramos no se encuentran en la frontera. ¿Qué constante hace que valgan lo mismo ahí?',
  },
  SCALE: {
    pt: 'O parâmetro entra como fator no lugar errado, ou falta. Onde ele aparece em cada trecho da fórmula?',
    es: 'El parámetro entra como factor en el lugar equivocado, o falta. ¿Dónde aparece en cada tramo de la fórmula?',
  },
  DEFAULT: {
    pt: 'O seu resultado não acompanha o parâmetro. Você usou o valor recebido ou um valor fixo?',
    es: 'Tu resultado no sigue al parámetro. ¿Usaste el valor recibido o un valor fijo?',
  },
  KINK: {
    pt: 'O problema está no ponto anguloso. Que valor o exercício pede ali?',
    es: 'El problema está en el punto anguloso. ¿Qué valor pide ahí el ejercicio?',
  },
  LOGBASE: {
    pt: 'O fator é o de uma troca de base. Em que base está o seu logaritmo?',
    es: 'El factor es el de un cambio de base. ¿En qué base está tu logaritmo?',
  },
  CONST: {
    pt: 'Falta ou sobra um termo constante, que não muda com a predição. A definição pedida o inclui?',
    es: 'Falta o sobra un término constante, que no cambia con la predicción. ¿La definición pedida lo incluye?',
  },
  BROADCAST: {
    pt: 'Duas formas diferentes viraram uma tabela maior. Que forma tem a sua conta antes da redução?',
    es: 'Dos formas distintas se volvieron una tabla más grande. ¿Qué forma tiene tu cálculo antes de la reducción?',
  },
  GRADN: {
    pt: 'O gradiente difere por um fator que vem do número de elementos (aqui, {n}). Como a redução entra na derivada?',
    es: 'El gradiente difiere en un factor que viene del número de elementos (aquí, {n}). ¿Cómo entra la reducción en la derivada?',
  },
  GRADSIGN: {
    pt: 'O gradiente tem o sinal oposto. Em relação a qual variável você derivou?',
    es: 'El gradiente tiene el signo opuesto. ¿Respecto de qué variable derivaste?',
  },
  CHAIN: {
    pt: 'Um fator da regra da cadeia falta ou está trocado. Derive de fora para dentro: qual é a derivada de cada passo?',
    es: 'Un factor de la regla de la cadena falta o está cambiado. Deriva de afuera hacia adentro: ¿cuál es la derivada de cada paso?',
  },
  DETACH: {
    pt: 'Algo que depende da predição foi tratado como constante. Que parte da fórmula muda quando a predição muda?',
    es: 'Algo que depende de la predicción se trató como constante. ¿Qué parte de la fórmula cambia cuando cambia la predicción?',
  },
  WRT: {
    pt: 'Esta é a derivada em relação a outra variável. O argumento traz a própria grandeza, o seu logaritmo ou um escore? E em relação a qual delas você derivou?',
    es: 'Esta es la derivada respecto de otra variable. ¿El argumento trae la propia magnitud, su logaritmo o un puntaje? ¿Y respecto de cuál derivaste?',
  },
  ZERO: {
    pt: 'Tudo o que a função devolve é 0. É uma constante, ou algo separa o resultado dos argumentos: um arredondamento, uma comparação, um corte, números tirados do tensor?',
    es: 'Todo lo que devuelve la función es 0. ¿Es una constante, o algo separa el resultado de los argumentos: un redondeo, una comparación, un recorte, números sacados del tensor?',
  },
  CONSTANT: {
    pt: 'O resultado é o mesmo número em todos os casos. Que argumentos a sua função usa?',
    es: 'El resultado es el mismo número en todos los casos. ¿Qué argumentos usa tu función?',
  },
  SAME: {
    pt: 'A função devolve um argumento como o recebeu. Que conta do enunciado ainda falta?',
    es: 'La función devuelve un argumento tal como lo recibió. ¿Qué cálculo del enunciado falta todavía?',
  },
  STARTER: {
    pt: 'A resposta ainda dá os números do código inicial, como se ele não tivesse sido mudado. Qual das linhas dele não segue a definição?',
    es: 'La respuesta todavía da los números del código inicial, como si nadie lo hubiera cambiado. ¿Cuál de sus líneas no sigue la definición?',
  },
  OTHER: {
    pt: 'Este é o resultado de outra fórmula conhecida. Compare a sua com a do enunciado, símbolo por símbolo: onde elas se separam?',
    es: 'Este es el resultado de otra fórmula conocida. Compara la tuya con la del enunciado, símbolo por símbolo: ¿dónde se separan?',
  },
  TERM: {
    pt: 'Falta uma parte da definição. Que símbolo da fórmula não aparece no seu código?',
    es: 'Falta una parte de la definición. ¿Qué símbolo de la fórmula no aparece en tu código?',
  },
  LABEL: {
    pt: 'A fórmula supõe rótulos −1 e +1, e o sinal do rótulo importa. Quanto vale o produto do rótulo pelo escore num exemplo negativo?',
    es: 'La fórmula supone etiquetas −1 y +1, y el signo de la etiqueta importa. ¿Cuánto vale el producto de la etiqueta por el puntaje en un ejemplo negativo?',
  },
  MARGIN: {
    pt: 'A margem falta ou entrou no lugar errado. Quanto vale a perda de um exemplo que está exatamente na fronteira?',
    es: 'El margen falta o entró en el lugar equivocado. ¿Cuánto vale la pérdida de un ejemplo que está justo en la frontera?',
  },
  MAX0: {
    pt: 'Há exemplos que acertam com folga. Quanto eles devem custar, e quanto custam na sua conta?',
    es: 'Hay ejemplos que aciertan con holgura. ¿Cuánto deben costar, y cuánto cuestan en tu cálculo?',
  },
  INCLUDE: {
    pt: 'Um termo que devia ficar de fora entrou na conta. O que acontece quando j é a própria classe verdadeira?',
    es: 'Un término que debía quedar fuera entró en el cálculo. ¿Qué ocurre cuando j es la propia clase verdadera?',
  },
  COUNT: {
    pt: 'A classe verdadeira aparece em mais de um termo da soma. Em quantos deles ela é puxada?',
    es: 'La clase verdadera aparece en más de un término de la suma. ¿En cuántos de ellos recibe un empuje?',
  },
  ARGMAX: {
    pt: 'Que classe você usou: a verdadeira ou a que o modelo prefere?',
    es: '¿Qué clase usaste: la verdadera o la que prefiere el modelo?',
  },
  OFFBY1: {
    pt: 'A conta usa a classe vizinha. Com que número começam as classes?',
    es: 'El cálculo usa la clase vecina. ¿Con qué número empiezan las clases?',
  },
  PROB: {
    pt: 'A fórmula recebe escores sem limites. Você passou os escores por alguma função antes?',
    es: 'La fórmula recibe puntajes sin límites. ¿Pasaste los puntajes por alguna función antes?',
  },
  NOLOG: {
    pt: 'O logaritmo falta ou está no lugar errado. Que função da definição é a última a ser aplicada?',
    es: 'El logaritmo falta o está en el lugar equivocado. ¿Qué función de la definición se aplica al final?',
  },
  EXP: {
    pt: 'Uma exponencial falta ou sobra. A resposta pedida é em nats, ou é um número de escolhas equivalentes?',
    es: 'Falta o sobra una exponencial. ¿La respuesta pedida está en nats, o es un número de opciones equivalentes?',
  },
  VARSTD: {
    pt: 'O parâmetro de escala entra com outra potência. Você recebeu um desvio padrão ou uma variância?',
    es: 'El parámetro de escala entra con otra potencia. ¿Recibiste una desviación estándar o una varianza?',
  },
  STABLE: {
    pt: 'Um passo da conta não cabe em um float32: estoura ou vira zero. Que outra forma da fórmula evita esse passo?',
    es: 'Un paso del cálculo no cabe en un float32: se desborda o se vuelve cero. ¿Qué otra forma de la fórmula evita ese paso?',
  },
  CANCEL: {
    pt: 'Perdem-se algarismos: a resposta é muito menor do que os números de que ela parte. Em que passo se subtraem dois números grandes e quase iguais?',
    es: 'Se pierden cifras: la respuesta es mucho menor que los números de los que parte. ¿En qué paso se restan dos números grandes y casi iguales?',
  },
  MAXBACK: {
    pt: 'Quantas vezes o máximo sai da sua conta, e quantas volta a ela? Para que o resultado não mude, como devem ser esses dois números?',
    es: '¿Cuántas veces sale el máximo de tu cálculo, y cuántas vuelve? Para que el resultado no cambie, ¿cómo deben ser esos dos números?',
  },
  REWRITE: {
    pt: 'A forma reescrita já não vale o mesmo que a fórmula do enunciado. Ponha nas duas um número positivo e um negativo: com qual deles elas se separam?',
    es: 'La forma reescrita ya no vale lo mismo que la fórmula del enunciado. Pon en las dos un número positivo y uno negativo: ¿con cuál de ellos se separan?',
  },
  WHICH: {
    pt: 'Duas grandezas parecidas trocaram de lugar, ou uma entrou no lugar da outra. Em cada parcela da fórmula, qual das duas aparece?',
    es: 'Dos magnitudes parecidas cambiaron de lugar, o una entró en lugar de la otra. En cada término de la fórmula, ¿cuál de las dos aparece?',
  },
  CARRY: {
    pt: 'Que número o seu código calcula uma só vez, ou não recomeça a cada linha ou bloco?',
    es: '¿Qué número calcula tu código una sola vez, o no reinicia en cada fila o bloque?',
  },
  LABEL01: {
    pt: 'A fórmula supõe rótulos 0 e 1. Que valores chegam ao seu código?',
    es: 'La fórmula supone etiquetas 0 y 1. ¿Qué valores llegan a tu código?',
  },
  LINK: {
    pt: 'A função que transforma escores em probabilidades não é a do enunciado. As classes competem entre si, ou cada pergunta tem a sua resposta?',
    es: 'La función que convierte puntajes en probabilidades no es la del enunciado. ¿Las clases compiten entre sí, o cada pregunta tiene su respuesta?',
  },
  NOSOFTMAX: {
    pt: 'Falta normalizar, ou a normalização abrange os números errados. As probabilidades de cada linha somam 1?',
    es: 'Falta normalizar, o la normalización abarca los números equivocados. ¿Las probabilidades de cada fila suman 1?',
  },
  SOFTMAX2: {
    pt: 'A normalização é aplicada duas vezes. Em que linha do seu código os escores já viraram probabilidades?',
    es: 'La normalización se aplica dos veces. ¿En qué línea de tu código los puntajes ya son probabilidades?',
  },
  SMOOTH: {
    pt: 'O alvo suavizado não é o da definição. Some o alvo de um exemplo: dá 1? Para onde foi a massa ε?',
    es: 'El objetivo suavizado no es el de la definición. Suma el objetivo de un ejemplo: ¿da 1? ¿A dónde fue la masa ε?',
  },
  IGNORE: {
    pt: 'Os exemplos sem rótulo ainda entram na conta. Em que parcelas eles aparecem, e no divisor?',
    es: 'Los ejemplos sin etiqueta todavía entran en el cálculo. ¿En qué términos aparecen, y en el divisor?',
  },
  EPS: {
    pt: 'Uma constante pequena dentro do logaritmo muda todos os valores. Que forma da fórmula não precisa dela?',
    es: 'Una constante pequeña dentro del logaritmo cambia todos los valores. ¿Qué forma de la fórmula no la necesita?',
  },
  CLIP: {
    pt: 'Com argumentos extremos o resultado deixa de crescer cedo demais. Há um corte, ou uma constante pequena dentro de um logaritmo? Que forma da fórmula não precisa deles?',
    es: 'Con argumentos extremos el resultado deja de crecer demasiado pronto. ¿Hay un recorte, o una constante pequeña dentro de un logaritmo? ¿Qué forma de la fórmula no los necesita?',
  },
  ROWMAX: {
    pt: 'Falham as linhas cujos números estão muito abaixo dos de outra linha. De que números é o máximo que você subtrai: os da linha ou os da tabela inteira?',
    es: 'Fallan las filas cuyos números están muy por debajo de los de otra fila. ¿De qué números es el máximo que restas: los de la fila o los de la tabla entera?',
  },
  NORM: {
    pt: 'O resultado depende do comprimento dos vetores de outro modo que o da definição. Com um vetor duas vezes mais longo, o que deveria mudar?',
    es: 'El resultado depende de la longitud de los vectores de otro modo que el de la definición. Con un vector dos veces más largo, ¿qué debería cambiar?',
  },
  LIKE: {
    pt: 'Os pares iguais e os diferentes não são tratados como na definição. Calcule à mão um par de cada tipo: que trecho vale em cada um?',
    es: 'Los pares iguales y los diferentes no se tratan como en la definición. Calcula a mano un par de cada tipo: ¿qué tramo vale en cada uno?',
  },
  ROLE: {
    pt: 'Um vetor entrou no lugar de outro. Quais distâncias a definição compara, e em qual deles cada uma começa e termina?',
    es: 'Un vector entró en el lugar de otro. ¿Qué distancias compara la definición, y en cuál de ellos empieza y termina cada una?',
  },
  WEIGHT: {
    pt: 'Os pesos entram noutro lugar ou com outro valor. Que parcelas cada peso multiplica, de quem ele é, e o que fica no divisor?',
    es: 'Los pesos entran en otro lugar o con otro valor. ¿Qué términos multiplica cada peso, de quién es y qué queda en el divisor?',
  },
  RARE: {
    pt: 'Quem pesa mais no seu resultado: a classe rara ou a frequente? E na definição?',
    es: '¿Qué pesa más en tu resultado: la clase rara o la frecuente? ¿Y en la definición?',
  },
  TOTAL: {
    pt: 'Os seus números somam outra coisa. Quanto a definição manda que somem?',
    es: 'Tus números suman otra cosa. ¿Cuánto manda la definición que sumen?',
  },
  SHARE: {
    pt: 'As faixas não contam como manda a definição. Quanto deve contar uma faixa com metade dos exemplos, e quanto uma com um só?',
    es: 'Los intervalos no cuentan como manda la definición. ¿Cuánto debe contar un intervalo con la mitad de los ejemplos, y cuánto uno con uno solo?',
  },
  EDGE: {
    pt: 'A diferença está nos limites das faixas. Em que faixa cai quem está exatamente num limite, e em qual quem vale 1?',
    es: 'La diferencia está en los límites de los intervalos. ¿En cuál cae quien está justo en un límite, y en cuál quien vale 1?',
  },
  LOGVAR: {
    pt: 'A rede prevê s, o logaritmo da variância. O que a sua conta põe onde deveria estar a variância: o desvio padrão, o seu quadrado ou o próprio s?',
    es: 'La red predice s, el logaritmo de la varianza. ¿Qué pone tu cálculo donde debería estar la varianza: la desviación estándar, su cuadrado o el propio s?',
  },
  BIAS: {
    pt: 'A penalidade tem parcelas demais. Por quais parâmetros corre a soma da definição?',
    es: 'La penalización tiene términos de más. ¿Qué parámetros recorre la suma de la definición?',
  },
  RATE: {
    pt: 'A taxa e o seu logaritmo trocaram de lugar em alguma parcela. Qual dos dois a função recebe, e onde a fórmula usa o outro?',
    es: 'La tasa y su logaritmo cambiaron de lugar en algún término. ¿Cuál de los dos recibe la función, y dónde usa la fórmula el otro?',
  },
  MACRO: {
    pt: 'A média entra em outro passo. O que vem antes: juntar precisão e sensibilidade, ou tirar a média das classes?',
    es: 'La media entra en otro paso. ¿Qué va antes: juntar precisión y sensibilidad, o calcular la media de las clases?',
  },
  CLASSES: {
    pt: 'As classes não contam como manda a definição. Quanto deve contar uma classe rara ao lado de uma frequente?',
    es: 'Las clases no cuentan como manda la definición. ¿Cuánto debe contar una clase rara al lado de una frecuente?',
  },
  FREEDOM: {
    pt: 'Um divisor conta números a mais ou a menos. Entre n desvios em torno da própria média, quantos são livres, e onde entra n?',
    es: 'Un divisor cuenta números de más o de menos. Entre n desvíos alrededor de su propia media, ¿cuántos son libres, y dónde entra n?',
  },
  PAIR: {
    pt: 'A sua dispersão é a de cada perda, não a das diferenças. O que os dois resultados de uma mesma semente têm em comum?',
    es: 'Tu dispersión es la de cada pérdida, no la de las diferencias. ¿Qué tienen en común los dos resultados de una misma semilla?',
  },
  PEEK: {
    pt: 'O número que você informa participou de uma escolha. Que conjunto pode escolher, e qual só pode medir?',
    es: 'El número que informas participó en una elección. ¿Qué conjunto puede elegir, y cuál solo puede medir?',
  },
  CHOICE: {
    pt: 'O passo não é escolhido como manda o enunciado. Quem escolhe, cada rodada ou todas juntas, e o que vale num empate?',
    es: 'El paso no se elige como manda el enunciado. ¿Quién elige, cada entrenamiento o todos juntos, y qué vale en un empate?',
  },
  GROUP: {
    pt: 'As rodadas de uma mesma dobra não são números independentes. Quantas médias há, e entre quais delas se mede a dispersão?',
    es: 'Los entrenamientos de un mismo pliegue no son números independientes. ¿Cuántas medias hay, y entre cuáles se mide la dispersión?',
  },
  LADDER: {
    pt: 'Os degraus não são os da definição. Por quanto se multiplica o menor p, por quanto o maior, e que limites os resultados respeitam?',
    es: 'Los escalones no son los de la definición. ¿Por cuánto se multiplica el menor p, por cuánto el mayor, y qué límites respetan los resultados?',
  },
  ALONG: {
    pt: 'A redução foi feita sobre outros números. Ao longo de que eixo o enunciado a pede: o de uma linha, o de uma coluna ou todos?',
    es: 'La reducción recorre otros números. ¿A lo largo de qué eje la pide el enunciado: el de una fila, el de una columna o todos?',
  },
  STEP: {
    pt: 'É outra diferença finita. Em que dois pontos a do enunciado calcula a função, e a que distância estão um do outro?',
    es: 'Es otra diferencia finita. ¿En qué dos puntos calcula la función la del enunciado, y a qué distancia están uno del otro?',
  },
  PART: {
    pt: 'Uma parte dos dados fica de fora da conta. O seu laço, ou corte, chega ao primeiro e ao último?',
    es: 'Una parte de los datos queda fuera del cálculo. ¿Tu bucle, o corte, llega al primero y al último?',
  },
  DIGITS: {
    pt: 'Aqui se perdem algarismos. Em que passo um número pequeno se soma a um muito maior, ou se subtraem dois quase iguais?',
    es: 'Aquí se pierden cifras. ¿En qué paso un número pequeño se suma a uno mucho mayor, o se restan dos casi iguales?',
  },
  EASY: {
    pt: 'Que exemplos pesam mais no seu resultado: os fáceis ou os difíceis? E na definição?',
    es: '¿Qué ejemplos pesan más en tu resultado: los fáciles o los difíciles? ¿Y en la definición?',
  },
  EXPONENT: {
    pt: 'A potência não é a da definição. Qual é a base, qual é o expoente, e quanto vale cada um?',
    es: 'La potencia no es la de la definición. ¿Cuál es la base, cuál el exponente, y cuánto vale cada uno?',
  },
  EXACT: {
    pt: 'Esta é a derivada exata, ou quase. O enunciado pede a diferença com o seu erro: com que passo você a calcula?',
    es: 'Esta es la derivada exacta, o casi. El enunciado pide la diferencia con su error: ¿con qué paso la calculas?',
  },
  BLOCKS: {
    pt: 'Os blocos não contam como manda a definição. Quanto deve contar um bloco com um só número ao lado de um cheio?',
    es: 'Los bloques no cuentan como manda la definición. ¿Cuánto debe contar un bloque con un solo número al lado de uno lleno?',
  },
  ABSENT: {
    pt: 'Uma classe que não aparece também está na definição. Quanto ela vale, e entre quantas classes se divide?',
    es: 'Una clase que no aparece también está en la definición. ¿Cuánto vale, y entre cuántas clases se divide?',
  },
  FOLD: {
    pt: 'Há diferenças fora da sua dobra. O que o segundo argumento diz de cada uma, e elas chegam em ordem?',
    es: 'Hay diferencias fuera de su pliegue. ¿Qué dice el segundo argumento de cada una, y llegan en orden?',
  },
  LIMIT: {
    pt: 'O erro está onde o quociente vira 0/0. Quanto o enunciado manda que a função valha ali, e perto dali?',
    es: 'El error está donde el cociente se vuelve 0/0. ¿Cuánto manda el enunciado que valga la función ahí, y cerca de ahí?',
  },
  PLACE: {
    pt: 'O resto está certo. O que a definição tem só para esses elementos?',
    es: 'El resto es correcto. ¿Qué tiene la definición solo para esos elementos?',
  },
  REORDER: {
    pt: 'Os números estão certos, mas em outra ordem. Em que passo as linhas, as colunas ou os elementos trocam de lugar?',
    es: 'Los números son correctos, pero en otro orden. ¿En qué paso cambian de lugar las filas, las columnas o los elementos?',
  },
  NAN: {
    pt: 'Algum passo divide por zero ou sai do domínio de uma função. Qual deles?',
    es: 'Algún paso divide entre cero o sale del dominio de una función. ¿Cuál de ellos?',
  },
  FACTOR: {
    pt: 'A resposta difere da esperada por um mesmo fator em todos os casos. De onde ele vem?',
    es: 'La respuesta difiere de la esperada en un mismo factor en todos los casos. ¿De dónde viene?',
  },
  SHAPE: {
    pt: 'Que forma o exercício pede?',
    es: '¿Qué forma pide el ejercicio?',
  },
};

/** For an answer that is wrong in no way that we know. */
export const noFamily: Sentence = {
  pt: 'Não é o esperado. Calcule este caso à mão, passo a passo: onde a sua conta se separa do código?',
  es: 'No es lo esperado. Calcula este caso a mano, paso a paso: ¿dónde se separa tu cálculo del código?',
};

/** A question without the parenthesis that would tell how many, for where that is not known. */
export const withoutCount = (text: string): string => text.replace(/ \([^()]*\{n\}\)/g, '');
