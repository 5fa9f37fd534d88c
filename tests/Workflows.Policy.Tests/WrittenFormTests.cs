using System.Text.Json;
using CsCheck;

namespace Workflows.Policy.Tests;

public sealed class WrittenFormTests
{
    [Theory]
    [InlineData("张 伟", "张伟")]
    [InlineData("　张　伟 ", "张伟")]
    [InlineData("阿不都•热合曼", "阿不都·热合曼")]
    [InlineData("Ｊｏｈｎ　 Smith", "John Smith")]
    [InlineData("张伟２", "张伟2")]
    public void A_name_has_one_form(string written, string name) => WrittenForm.Name(written).ShouldBe(name);

    [Fact]
    public void Folding_twice_is_folding_once()
        => Gen.String.Sample(text => WrittenForm.Fold(WrittenForm.Fold(text)).ShouldBe(WrittenForm.Fold(text)));

    [Fact]
    public void Rare_characters_of_names_are_written_as_they_are()
        => JsonSerializer.Serialize("𠮷田䶮“a\"b\\c\n", PolicyJson.Options).ShouldBe("\"𠮷田䶮“a\\\"b\\\\c\\n\"");

    [Fact]
    public void Any_text_survives_json()
        => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(text =>
            JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(text, PolicyJson.Options)).ShouldBe(text));
}
