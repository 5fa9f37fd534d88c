using CsCheck;
using Workflows.Policy.Dates;

namespace Workflows.Policy.Tests;

public sealed class WrittenDateTests
{
    [Theory]
    [InlineData("1985-07-09 00:00:00", DateReading.Day, "1985-07-09")]
    [InlineData("1985-07-09T00:00:00", DateReading.Day, "1985-07-09")]
    [InlineData("1985/7/9 0:00", DateReading.Day, "1985-07-09")]
    [InlineData("1985 年 7 月 9 日", DateReading.Day, "1985-07-09")]
    [InlineData("31237.0", DateReading.Day, "1985-07-09")]
    [InlineData("1984-02-29", DateReading.Day, "1984-02-29")]
    [InlineData("1985.11", DateReading.Month, "1985-11")]
    [InlineData("1985.12", DateReading.Month, "1985-12")]
    [InlineData("1985.2", DateReading.Month, "1985-02")]
    [InlineData("1985-1", DateReading.Month, "1985-01")]
    [InlineData("1985．1", DateReading.Ambiguous, "")]
    [InlineData("1985.0", DateReading.Impossible, "")]
    [InlineData("1985.13", DateReading.Impossible, "")]
    [InlineData("1985-02-29", DateReading.Impossible, "")]
    [InlineData("19850732", DateReading.Impossible, "")]
    [InlineData("1485-07-09", DateReading.Impossible, "")]
    [InlineData("1985", DateReading.Unreadable, "")]
    [InlineData("85.7", DateReading.Unreadable, "")]
    [InlineData("1985-07/09", DateReading.Unreadable, "")]
    [InlineData("1985-07-09左右", DateReading.Unreadable, "")]
    [InlineData(" 　", DateReading.Empty, "")]
    public void A_cell_is_understood_or_not_but_never_guessed(string cell, DateReading reading, string iso)
        => (WrittenDate.Parse(cell).Reading, WrittenDate.Parse(cell).Iso).ShouldBe((reading, iso));

    [Fact]
    public void Every_day_reads_back_from_each_way_to_write_it()
        => Gen.Date[new DateTime(1930, 1, 1), new DateTime(2040, 12, 31)].Sample(date =>
        {
            var day = DateOnly.FromDateTime(date);
            string[] ways =
            [
                WrittenDate.Of(day).Iso,
                $"{day.Year}.{day.Month}.{day.Day}",
                $"{day.Year}/{day.Month}/{day.Day}",
                $"{day.Year}年{day.Month}月{day.Day}日",
                $"{day.Year:0000}{day.Month:00}{day.Day:00}",
                $"{(day.ToDateTime(TimeOnly.MinValue) - new DateTime(1899, 12, 30)).Days}",
            ];
            ways.ShouldAllBe(way => WrittenDate.Parse(way) == WrittenDate.Of(day));
        });

    [Fact]
    public void No_text_makes_it_throw()
        => Gen.String.Sample(text => Enum.IsDefined(WrittenDate.Parse(text).Reading).ShouldBeTrue());
}
