"""Word lists for recognising names that no table holds. English unless a name says otherwise."""

from __future__ import annotations


def word_set(block: str) -> frozenset[str]:
    """The words of a block of text."""
    return frozenset(block.split())


GIVEN_NAMES = word_set(
    """
    Aaron Abigail Abraham Adam Adele Adlai Adrian Agnes Ai Aiko Aki Akie Akihiko Akihiro
    Akihito Akiko Akinori Akio Akira Akitaka Alan Albert Alex Alexander Alexandra Alexis Alfred
    Alice Alicia Alistair Allan Allen Allison Alma Amanda Amy Andrea Andrew Angela Anita Ann
    Anna Anne Annie Anthony Antonio Antony Archibald Ariel Armando Arnold Arthur Ashton Asuka
    Atsuko Atsushi Austin Ava Aya Ayako Barbara Barry Belinda Ben Benjamin Bernard Bernice Bert
    Bertha Beth Bethany Betty Beverly Bill Billy Blake Bob Bobby Bonnie Brad Bradley Brandon
    Brenda Brendan Brent Brett Brian Bridget Bruce Bruno Bryan Byron Calvin Candice Carl Carla
    Carlos Carmen Carol Caroline Carolyn Carrie Cassandra Catherine Cecil Celeste Chad Charlene
    Charles Charlie Charlotte Chelsea Cheryl Chester Chie Chiyoko Chloe Chris Christian
    Christina Christine Christopher Chuck Cindy Claire Clara Clarence Clark Claude Clay Clayton
    Clifford Clint Clinton Clyde Cole Colin Connie Conrad Cordell Cornelius Cory Courtney Craig
    Curtis Cynthia Cyrus Daisuke Daisy Dale Damon Dan Daniel Danny Darrell Darren Darryl Dave
    David Dean Deborah Delia Denise Dennis Denny Derek Desmond Diana Diane Dick Dominic Don
    Donald Donna Dora Doreen Doris Dorothy Doug Douglas Drew Duncan Dwight Earl Ed Eddie Edgar
    Edith Edmund Edna Edward Edwin Edwina Eiichi Eiji Eiko Eileen Eisaku Elaine Eleanor Elena
    Eli Elias Elihu Elijah Elise Elizabeth Ella Ellen Ellis Elmer Eloise Elsa Emi Emil Emilio
    Emily Emma Eric Erik Ernest Ernesto Esther Ethan Eugene Eva Evan Evelyn Felix Fernando
    Fiona Florence Floyd Frances Francine Francis Francisco Frank Franklin Fred Freda Frederic
    Frederick Fumihiko Fumihito Fumiko Fumio Gabriel Gail Gareth Garrett Gary Gavin Gen Gene
    Genki Geoffrey George Gerald Geraldine Gerard Gertrude Gilbert Gina Giovanni Glen Glenda
    Glenn Gloria Gordon Goro Grace Graham Grant Greg Gregory Greta Gretchen Gustav Guy Gwen
    Hajime Hamilton Hank Hannah Hans Harold Harriet Harris Harrison Harry Haruhiko Haruka
    Haruki Haruo Harvey Hazel Heather Hector Heidi Helen Henri Henry Herbert Herman Hideaki
    Hidehisa Hideki Hideko Hideo Hideyuki Hikaru Hilda Hillary Hirofumi Hirohito Hiroki Hiroko
    Hiroshi Hiroto Hiroyuki Hisako Hisashi Hitoshi Holly Homer Hope Horace Howard Hubert Hugh
    Ian Ichiro Ida Ikuo Inez Ingrid Ira Irene Iris Irving Irwin Isaac Isabel Isaiah Isamu Isao
    Ivan Jack Jacob Jacqueline Jacques Jake James Jamie Jan Jana Jane Janet Janice Jared
    Jasmine Jason Javier Jay Jean Jeanne Jeannette Jeff Jeffrey Jenna Jennifer Jenny Jerald
    Jeremiah Jeremy Jerome Jerry Jesse Jessica Jill Jim Jimmy Jiro Jo Joan Joanna Joaquin Jodie
    Joe Joel Johann Johanna John Johnny Jon Jonathan Jordan Jorge Jose Joseph Joshua Joy Joyce
    Juan Juanita Judith Judy Jules Julia Julian Julie Juliet Jun June Junichi Junichiro Junko
    Justin Kaoru Karen Karin Karina Karl Kate Katherine Kathleen Kathryn Kathy Katie Katrina
    Kazuhiko Kazuhiro Kazuko Kazuo Kazuyoshi Kazuyuki Kei Keiichi Keiko Keith Keizo Kelly Ken
    Kenichi Kenji Kenneth Kent Kenta Kenzo Kerry Kevin Kichisaburo Kiichi Kim Kimberly Kirk
    Kirsten Kisaburo Kiyoshi Kochi Koichi Koji Koki Kosuke Kristen Kristin Kumiko Kunihiko Kurt
    Kyle Kyoko Lance Larry Laura Lauren Laurence Lawrence Lee Lena Lenny Leo Leon Leonard Leroy
    Leslie Lester Lewis Lillian Lily Linda Lisa Liz Lloyd Lois Loretta Lori Lorraine Louis
    Louise Luc Lucas Lucia Lucy Luis Luke Lydia Lyndon Lynn Mabel Madeleine Madison Mai Makiko
    Makoto Malcolm Mami Manabu Manuel Marc Marcel Marcia Marcus Margaret Margot Maria Marianne
    Marie Mariko Marilyn Mario Marion Marisa Marjorie Mark Marlene Marshall Marta Martha Martin
    Marvin Mary Masaaki Masahiko Masahiro Masako Masami Masao Masaru Masashi Masato Masayoshi
    Masayuki Masazumi Mathew Matt Matthew Maureen Maurice Max Maxwell Maya Mayumi Megan Megumi
    Melania Melissa Melvin Mercedes Meredith Michael Michelle Michiko Mick Midori Mieko Miguel
    Mike Mikhail Miki Mikio Mildred Miles Millard Milton Mimi Mindy Minnie Minoru Mira Miranda
    Mireya Miriam Misako Mitch Mitsuko Mitsuo Mitsuru Miyuki Mizuho Moira Molly Mona Monica
    Monique Morihiro Morris Morton Motoo Murray Myra Myron Nadia Nana Nancy Naoki Naoko Naomi
    Naoto Naoya Natalie Nate Nathan Nathaniel Ned Neil Nell Nelson Nicholas Nick Nicole Nigel
    Nina Noah Nobuhiko Nobuko Nobuo Nobusuke Nobuyuki Noel Nora Noriko Norio Noriyuki Norma
    Norman Odette Olga Oliver Olivia Orson Osamu Osborne Oscar Otto Owen Pablo Pamela Pat
    Patricia Patrick Patsy Paul Paula Pauline Pedro Peggy Penelope Penny Percy Perla Perry Pete
    Peter Phil Philip Phillip Phyllis Polly Preston Priscilla Quentin Rachel Ralph Ramon Ramona
    Randall Randy Raul Ray Raymond Rebecca Rebekah Reed Regina Reginald Reiko Renee Renho
    Reuben Rex Rhonda Ricardo Richard Rick Rie Rika Rita Rob Robert Roberta Roberto Robin Robyn
    Roderick Rodney Rodrigo Roger Roland Rolf Roman Ron Ronald Rosa Rosalind Rose Rosemary Ross
    Rowena Roxanne Roy Rudolph Rufus Russell Ruth Ryan Ryo Ryoichi Ryoko Ryosuke Ryota Ryu
    Ryuichi Ryutaro Sabrina Saburo Sachiko Sadako Sadao Sadie Sally Salvador Sam Samantha
    Samuel Sanae Sandra Saori Sara Sarah Satoru Satoshi Sayuri Scott Sean Seiichi Seiji Seiko
    Selma Serena Sergio Seth Shane Shannon Sharon Sheila Sherry Shigeaki Shigeki Shigeo Shigeru
    Shin Shinichi Shinji Shinjiro Shintaro Shinya Shinzo Shirley Shiro Shizuka Shoichi Shoji
    Shota Shuichi Shuji Shun Shunichi Sidney Simon Sohei Soichiro Sonia Sophia Sophie Spencer
    Stacy Stan Stanley Stefan Stella Stephan Stephanie Stephany Stephen Steve Steven Stewart
    Stuart Sue Sukehiro Sumiko Susan Susumu Suzanne Sven Sylvia Tadashi Taichi Takaaki Takahiro
    Takako Takanori Takao Takashi Takayuki Takeo Takeru Takeshi Takuya Tamara Tamiko Tanya Tara
    Taro Tatiana Tatsuo Tatsuya Ted Terence Teresa Terry Teruko Tess Tessa Tetsuo Tetsuro
    Tetsuya Thelma Theo Theodore Theresa Thomas Thurston Tim Timothy Tina Tobias Todd Tom Tommy
    Tomoaki Tomohiro Tomoko Tomomi Toni Tony Toru Toshiaki Toshihiko Toshihiro Toshiki Toshiko
    Toshimitsu Toshio Toshiyuki Townsend Tracy Travis Trevor Trisha Troy Tsuneo Tsutomu Tsuyako
    Tsuyoshi Tyler Ulysses Ursula Val Valerie Vanessa Vera Vern Vernon Veronica Veronique
    Victor Victoria Vince Vincent Viola Virgil Virginia Vivian Vivien Wade Wallace Wallis
    Walter Wanda Warren Wayne Wendell Wendy Wes Wesley Whitney Wilbur Wilfred Wilhelm Will
    Willa William Willie Wilma Winifred Winston Wolfgang Woodrow Xavier Yasuhiko Yasuhiro
    Yasuko Yasuo Yasushi Yoichi Yoko Yolanda Yoriko Yoshi Yoshiaki Yoshihide Yoshihiko
    Yoshihiro Yoshiko Yoshimasa Yoshinori Yoshio Yoshiro Yoshito Yoshiyuki Yosuke Yu Yui Yuichi
    Yuichiro Yuji Yuka Yukari Yukihiko Yukio Yuko Yumi Yumiko Yuri Yuriko Yusuke Yutaka Yuya
    Yvonne Zachary Zelda Zoe
    """
)

WOMEN = word_set(
    """
    Abigail Akie Akiko Alexandra Alice Alicia Amanda Amy Angela Ann Anna Anne Atsuko Ayako
    Barbara Beth Betty Beverly Carol Caroline Carolyn Catherine Charlene Charlotte Christina
    Christine Cindy Claire Condoleezza Connie Cynthia Deborah Diana Diane Donna Dorothy Eleanor
    Elizabeth Ellen Emily Emma Frances Fumiko Gloria Hannah Haruka Helen Hillary Hiroko
    Jacqueline Jane Janet Jean Jennifer Jessica Jill Joan Judith Judy Julia Julie Junko Kamala
    Karen Kate Katherine Kathleen Kazuko Keiko Kumiko Kyoko Laura Linda Lisa Madeleine Makiko
    Margaret Maria Marie Mariko Martha Mary Masako Mayumi Melania Michelle Michiko Nancy Naoko
    Noriko Pamela Patricia Rachel Rebecca Reiko Renho Rosalynn Rose Ruth Sachiko Sadako Sally
    Sanae Sandra Sarah Seiko Sharon Sumiko Susan Takako Theresa Tomoko Tomomi Victoria Virginia
    Wendy Yasuko Yoko Yoriko Yoshiko Yuko Yumiko Yuriko
    """
)

HONORIFICS = word_set(
    """
    Adm. Admiral Ambassador Analyst Attorney Baron Brig. Capt. Captain Chairman Chairwoman
    Chancellor Cmdr. Col. Colonel Commander Commissioner Commodore Comrade Congressman
    Congresswoman Consul Corporal Count Cpl. Director Dr Dr. Economist Emperor Empress Envoy
    Father Gen. General Gov. Governor Judge Justice King Lady Lawmaker Lieutenant Lord Lt. M.
    Maj. Major Marquis Marshal Mayor Minister Miss Mr Mr. Mrs Mrs. Ms Ms. Premier President
    Prince Princess Prof. Professor Queen Rear-Admiral Rep. Representative Rev. Reverend
    Secretary Sen. Senator Sergeant Sgt. Sir Speaker Spokesman Spokeswoman Undersecretary
    Vice-Admiral Viscount
    """
)
"""Words that, right before a capitalised word, make it a person."""

ROLES = word_set(
    """
    academic activist actor actress adviser advisor aide ambassador analyst anthropologist
    attorney author banker biographer businessman businesswoman chairman chairwoman chief
    co-author co-founder colonel columnist commander commentator commissioner congressman
    congresswoman consul consultant correspondent counsellor counselor critic curator dean
    defector delegate deputy diplomat director doctor economist editor engineer envoy executive
    expert farmer fellow fisherman founder general governor head historian instructor
    journalist judge lawmaker lawyer leader lecturer legislator lieutenant manager mayor member
    merchant minister missionary negotiator novelist officer official owner painter partner
    physician physicist poet politician premier president priest principal producer professor
    prosecutor reporter representative researcher resident retiree scholar scientist secretary
    senator singer sociologist soldier specialist spokesman spokesperson spokeswoman strategist
    student survivor teacher translator veteran victim volunteer writer
    """
)
"""Nouns for people that stand in apposition to a name or right before it."""

SAYING = word_set(
    """
    acknowledged added adds agreed argued argues asked believes cautioned complained concluded
    contended contends declared explained insisted maintained noted notes observed predicted
    recalled remarked replied said says stated stressed suggested testified thinks told warned
    warns writes wrote
    """
)

FUNCTION_WORDS = word_set(
    """
    A Aboard About Above According Across After Again Against All Along Already Also Although
    Always Am Among An And Another Any Apr. April Are Around As Asked At Aug. August Back
    Because Been Before Behind Being Below Besides Between Both But By Can Could Dec. December
    Despite Did Do Does Down During Each Earlier Either Elsewhere Even Ever Every Ex-President
    Ex-Prime Except Feb. February Few File Finally First For Former Friday From Further Had Has
    Have He Her Here Hers Him His How However I If In Indeed Instead Into Is It Its Jan.
    January Jul. July Jun. June Just Last Late Later Least Less Let Like Many Mar. March May
    Maybe Meanwhile Might Monday More Moreover Most Mostly Much Must My Near Nearly Neither
    Never Nevertheless New Next No Nobody None Nonetheless Nor Not Nothing Nov. November Now
    Oct. October Of Off Often On Once One Only Or Other Others Otherwise Our Out Outside Over
    Per Perhaps Photo Rather Read Recently Related Reuters Said Saturday Second Sep. Sept.
    September Several Shall She Should Since So Some Someone Soon Still Such Sunday Than That
    The Their Them Then Then-President Then-Prime There These They Third This Those Though
    Through Thursday Thus To Today Together Tomorrow Too Toward Towards Tuesday Two Under
    Unless Unlike Until Up Upon Us Very Was We Wednesday Well Were What When Where Whereas
    Whether Which While Who Whose Why Will With Within Without Would Yesterday Yet You Your
    """
)
"""Words with a capital only because they begin a sentence, and days and months."""

NOT_PERSONS = word_set(
    """
    Academy Accord Act Administration Affairs Agency Agreement Air Airlines Airport Alliance
    Ally American Army Article Asia Asian Assembly Associates Association Atlantic Atomic
    Authority Bank Base Bay Board Bomb Bombing Bowl Bridge Broadcasting Budget Building Bureau
    Business Cabinet Camp Campaign Canal Cape Capital Center Central Centre Chamber Channel
    Charter Chief Church City Club Co Co. Coast Cold Collection College Command Commerce
    Commission Committee Communist Company Conference Congress Conservative Constitution
    Consulate Convention Corp Corp. Corporation Corps Council County Court Crisis Daiichi Daily
    Dam Day Declaration Defence Defense Delegation Democrat Democratic Democrats Department
    Development Diet District Division Doctrine Dollar East Eastern Economic Economy Education
    Electric Embassy Emperor Empire Energy Engineering English European Exchange Exposition
    Express Federal Federation Festival Finance Fleet Force Forces Foreign Foundation Free
    Front Fund Games Garden General Global Government Great Group Guard Gulf Hall Harbor Herald
    Highway Hill History Holdings Hospital Hotel House Immigration Imperial Inc Inc. Incident
    Industrial Industries Industry Initiative Inn Institute Institution Intelligence Interior
    International Island Islands Japanese Joint Journal Junior Justice Labor Labour Lake League
    Legal Liberal Library Limited Lower Ltd Ltd. Magazine Marine Maritime Market Medal Memorial
    Military Minister Ministry Monetary Money Motor Motors Mount Mountain Movement Museum
    National Nations Naval Navy Network New News Newspaper North Northern Nuclear Ocean Office
    Official Olympic Olympics Operation Opposition Order Organisation Organization Pacific Pact
    Palace Paper Park Parliament Party Peace Peninsula People Plan Plant Plaza Police Policy
    Port Post Prefecture Presidential Press Prime Prize Program Project Protocol Province
    Public Radio Railroad Railway Red Regiment Region Regional Relations Report Republic
    Republican Republicans Research Reserve Review Revolution River Road Royal Ruling School
    Sea Secretariat Security Senate Senior Service Services Shimbun Shogun Shrine Social
    Socialist Society South Southern Soviet Space Special Square Staff State States Station
    Steel Stock Strait Street Studies Study Summit Supreme System Systems Team Technology
    Telegraph Television Temple Territory Theater Times Tower Trade Trading Transport Treasury
    Treaty Tribunal Tribune Trust Union United Universal University Upper Valley Village Wall
    War Watch Web Week West Western White World Year Yen Zone
    """
)
"""Capitalised words that do not occur in people's names, or too rarely to be taken for one."""

PLAIN_UPPER = word_set("us who it aid act start salt am pm no or an as is in on at to")
"""Abbreviations that, in a line all in capitals, are more likely the plain word."""

JAPANESE_SURNAMES = word_set(
    """
    三木 三浦 上田 上野 中山 中島 中川 中村 中田 中野 丸山 久保 久保田 五十嵐 五百旗頭 井上
    今井 仲井真 伊波 伊藤 佐々木 佐藤 佐野 入江 具志堅 内田 内藤 前原 前田 加藤 北 北岡 北村
    千葉 南 原 原田 古川 吉岡 吉川 吉村 吉田 和田 土屋 坂本 坪井 堀 増田 外務 大久保 大塚 大島
    大橋 大江 大田 大西 大谷 大野 太田 奥村 安田 安藤 宮城 宮崎 宮本 小山 小島 小川 小松 小林
    小池 小沢 小野 尾崎 屋良 山下 山中 山内 山口 山崎 山本 山田 岡 岡崎 岡本 岡田 岩井 岩崎
    岩田 岸 島田 島袋 川上 川口 川島 川崎 川村 工藤 市川 平田 平野 後藤 我部 斉藤 斎藤 新井
    新垣 星野 服部 望月 木下 木村 本田 杉山 杉本 村上 村山 村田 東 東郷 松井 松尾 松岡 松本
    松村 松浦 松田 林 柴田 栗原 桜井 森 森本 森田 樋口 横山 橋本 武田 比嘉 水野 永井 永田 池田
    河合 河野 泉 波多野 浅野 浜田 添谷 清水 渡辺 渡邊 渡部 瀬長 熊谷 玉城 田中 田口 田村 田辺
    矢野 石井 石原 石川 石田 福島 福田 秋山 稲嶺 竹内 細谷 緒方 翁長 荒井 荒木 菅 菅原 菊地
    菊池 藤井 藤原 藤本 藤田 西 西川 西村 西田 谷 谷口 辻 近藤 遠藤 酒井 野口 野村 野田 金城
    金子 鈴木 長谷川 関 阿部 青木 飯田 馬場 高木 高橋 高田 高野 黒田 齋藤
    """
) - {"外務", "東"}

COMMON_SURNAMES = word_set(
    """
    Adams Arthur Bacon Baker Bell Black Bliss Brown Buck Burns Bush Carter Case Castle Church
    Cleveland Cook Cooper Cross Day Dean Field Fillmore Fish Forbes Ford Fox Gates Grant Gray
    Green Grew Grey Harper Harris Harrison Hill Hoover Hope Hornbeck House Hull Hunter Jackson
    Jefferson Johnson King Knox Lane Lansing Lincoln Long Love Madison Marshall Mason May
    Miller Monroe Moody Moon Page Park Parks Perry Pierce Pope Potter Power Powers Price Rice
    Rich Rivers Root Rose Sharp Small Smith Snow Stark Stone Strong Taylor Tyler Walker Ward
    Washington Waters Welles West White Wise Wood Wright Young
    """
)
"""Surnames that are also words, places or everybody's; alone they need a fuller name or a title."""
