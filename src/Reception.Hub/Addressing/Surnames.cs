using System.Collections.Frozen;

namespace Reception.Hub.Addressing;

/// <summary>
/// Surnames in Latin letters, by the reading they have as a surname (单 Shan, 仇 Qiu, 解 Xie). Source: the common surnames of 百家姓 and the census lists;
/// one that is not here stays in Chinese.
/// </summary>
internal static class Surnames
{
    // Single characters behind their reading.
    private const string Single = """
        Ai 艾 An 安 Ao 敖 Ba 巴 Bai 白柏 Ban 班 Bao 包鲍保暴 Bei 贝 Ben 贲 Bi 毕秘 Bian 边卞 Bie 别 Bing 邴 Bo 薄 Bu 卜步 Cai 蔡才 Cang 仓苍 Cao 曹 Cen 岑
        Chai 柴 Chang 常昌畅 Chao 晁巢 Che 车 Chen 陈晨谌 Cheng 程成承丞 Chi 池迟 Chong 种充 Chu 褚储楚初 Cong 丛从 Cui 崔 Dai 戴代 Dan 但 Dang 党 Deng 邓 Di 狄邸
        Diao 刁 Ding 丁 Dong 董东 Dou 窦 Du 杜都堵 Duan 段 E 鄂 Fan 范樊 Fang 方房 Fei 费 Feng 冯封凤丰 Fu 傅付符伏扶富 Gan 甘干 Gang 冈 Gao 高郜 Ge 葛戈盖
        Geng 耿 Gong 龚宫巩公弓 Gou 勾苟缑 Gu 顾古谷辜 Guan 关管官 Gui 桂 Guo 郭国 Ha 哈 Hai 海 Han 韩 Hang 杭 Hao 郝 He 何贺和赫黑 Heng 衡 Hong 洪红弘 Hou 侯后
        Hu 胡扈 Hua 华花滑 Huai 怀 Huan 桓 Huang 黄 Hui 惠 Huo 霍火 Ji 季纪吉姬计冀籍嵇汲 Jia 贾家 Jian 简 Jiang 江姜蒋 Jiao 焦矫 Jin 金靳晋 Jing 荆景井经 Ju 居鞠琚
        Juan 隽 Kan 阚 Kang 康 Ke 柯 Kong 孔空 Kou 寇 Kuai 蒯 Kuang 邝匡况 Kui 隗 Lai 赖来 Lan 兰蓝 Lang 郎 Lao 劳 Le 勒 Lei 雷 Leng 冷 Li 李黎厉郦利励栗
        Lian 连廉练 Liang 梁 Liao 廖 Lin 林蔺 Ling 凌令 Liu 刘柳 Long 龙隆 Lou 娄楼 Lu 卢陆鲁路芦禄逯 Luan 栾 Luo 罗骆洛 Lü 吕律 Ma 马麻 Man 满 Mao 毛茅 Mei 梅 Meng 孟蒙 Mi 米宓糜
        Miao 苗缪 Min 闵 Ming 明 Mo 莫墨 Mou 牟 Mu 穆木慕沐 Na 那 Nai 佴能 Nan 南 Ni 倪 Nian 年 Nie 聂 Ning 宁甯 Niu 牛钮 Nong 农 Ou 欧区 Pan 潘 Pang 庞逄 Pei 裴
        Peng 彭 Pi 皮 Ping 平 Piao 朴 Po 繁 Pu 蒲浦濮 Qi 齐戚祁亓綦 Qian 钱 Qiang 强 Qiao 乔 Qin 秦覃 Qing 青庆 Qiu 邱丘仇裘 Qu 曲屈瞿渠璩 Quan 全权 Que 阙 Ran 冉 Rao 饶
        Ren 任 Rong 荣容戎融 Ru 茹汝 Ruan 阮 Rui 芮 Sa 撒萨 Sang 桑 Sha 沙 Shan 单山 Shang 尚商 Shao 邵召 She 佘舍折 Shen 沈申慎 Sheng 盛 Shi 石史施师时侍 Shou 寿 Shu 舒束 Shuai 帅
        Shui 水 Si 司 Song 宋松 Su 苏宿粟 Sui 隋睢 Sun 孙 Suo 索 Tai 邰 Tan 谭谈檀 Tang 唐汤 Tao 陶 Teng 滕 Tian 田 Tong 童佟仝 Tu 涂屠图 Tuo 脱 Wan 万 Wang 王汪 Wei 魏韦卫危蔚
        Wen 文温闻 Weng 翁 Wo 沃 Wu 吴武伍邬巫乌毋 Xi 席奚习郗西 Xia 夏 Xian 冼洗鲜咸 Xiang 向项相 Xiao 萧肖 Xie 谢解 Xin 辛 Xing 邢幸兴 Xiong 熊 Xu 徐许胥续 Xuan 宣 Xue 薛 Xun 荀郇
        Yan 严颜阎闫言燕晏鄢 Yang 杨羊阳仰 Yao 姚 Ye 叶 Yi 易伊衣羿 Yin 尹殷阴印银 Ying 应英 Yong 雍 You 尤游由 Yu 于余俞喻虞郁庾鱼禹 Yuan 袁元原苑 Yue 岳乐 Yun 云员恽 Zang 臧
        Zeng 曾 Zha 查 Zhai 翟 Zhan 詹展占湛 Zhang 张章 Zhao 赵 Zhen 甄 Zheng 郑 Zhi 支 Zhong 钟仲 Zhou 周 Zhu 朱祝竺诸 Zhuang 庄 Zhuo 卓 Zi 訾 Zong 宗 Zou 邹 Zu 祖 Zuo 左
        """;

    // Double surnames, each behind its reading.
    private const string Double = """
        Ouyang 欧阳 Shangguan 上官 Sima 司马 Zhuge 诸葛 Situ 司徒 Huangfu 皇甫 Yuchi 尉迟 Gongsun 公孙 Linghu 令狐 Xiahou 夏侯 Dongfang 东方 Murong 慕容 Zhangsun 长孙 Yuwen 宇文
        Duanmu 端木 Ximen 西门 Nangong 南宫 Dugu 独孤 Moqi 万俟 Tantai 澹台 Zhongli 钟离 Sikong 司空 Baili 百里 Dongguo 东郭 Gongye 公冶 Zongzheng 宗政 Puyang 濮阳 Chunyu 淳于 Tuoba 拓跋
        Chanyu 单于 Shentu 申屠 Wenren 闻人 Helian 赫连 Huyan 呼延 Xianyu 鲜于 Lüqiu 闾丘 Gongyang 公羊 Diwu 第五 Nalan 纳兰
        """;

    private static readonly FrozenDictionary<string, string> Latin = Read();

    /// <summary>The surname a form of address begins with and its Latin reading; null when it is not known.</summary>
    public static (string Written, string Latin)? At(string address)
    {
        for (var length = Math.Min(2, address.Length); length > 0; length--)
        {
            if (Latin.TryGetValue(address[..length], out var latin))
            {
                return (address[..length], latin);
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> Read()
    {
        var latin = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (reading, written) in Pairs(Single))
        {
            foreach (var one in written)
            {
                latin.TryAdd(one.ToString(), reading);
            }
        }

        foreach (var (reading, written) in Pairs(Double))
        {
            latin.Add(written, reading);
        }

        return latin.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Reading, string Written)> Pairs(string table) =>
        table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => (pair[0], pair[1]));
}
