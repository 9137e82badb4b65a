using Reception.Hub.Addressing;

namespace Reception.Hub.Tests.Addressing;

public sealed class FormOfAddressTests
{
    [Theory]
    [InlineData("王先生", "Mr Wang")]
    [InlineData("陈小姐", "Ms Chen")]
    [InlineData("欧阳女士", "Ms Ouyang")]
    [InlineData("李局长", "Director Li")]
    [InlineData("赵总经理", "President Zhao")]
    [InlineData("单先生", "Mr Shan")]
    [InlineData("尉迟先生", "Mr Yuchi")]
    [InlineData("万先生", "Mr Wan")]
    [InlineData("一位女士", "a lady")]
    [InlineData("", "a guest")]
    [InlineData("阿依夏·吐尔逊", "阿依夏·吐尔逊")]
    [InlineData("Mr Smith", "Mr Smith")]
    public void English_is_made_by_rule_and_what_no_rule_knows_stays_as_written(string address, string english) =>
        FormOfAddress.Shown(address).En.Should().Be(english);

    [Theory]
    [InlineData("单女士", "善女士")]
    [InlineData("解先生", "谢先生")]
    [InlineData("尉迟先生", "玉迟先生")]
    [InlineData("王先生", "王先生")]
    [InlineData("阿依夏·吐尔逊", "阿依夏·吐尔逊")]
    [InlineData("一位客户", "一位客户")]
    public void A_surname_is_spoken_as_it_is_read(string address, string spoken) => FormOfAddress.Spoken(address).Zh.Should().Be(spoken);

    [Theory]
    [InlineData("单先生", "S")]
    [InlineData("区女士", "O")]
    [InlineData("阿依夏·吐尔逊", "A")]
    [InlineData("smith", "S")]
    [InlineData("", "")]
    public void The_search_pad_knows_a_surname_by_its_initial(string address, string initial) => Initials.Of(address).Should().Be(initial);
}
