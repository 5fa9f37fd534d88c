using Workflows.Personnel.Tables;
using Workflows.Policy;
using Workflows.Policy.Dates;
using Workflows.Policy.Identity;

namespace Workflows.Personnel.Roster;

/// <summary>
/// Reads the cells of one row, one kind of cell each. What can't be read is a fault; what isn't said is empty; nothing is guessed.
/// </summary>
internal sealed class RosterCells(TableRow row, RowFaults faults)
{
    private static readonly string[] Strokes = ["-", "—", "--", "——", "/", "无"];

    /// <summary>The row's number.</summary>
    public int Row => row.Number;

    /// <summary>The cell in half width, without spaces at its ends.</summary>
    public string Text(string column) => WrittenForm.Fold(row[column]);

    /// <summary>The cell without any spaces.</summary>
    public string Compact(string column) => WrittenForm.Compact(row[column]);

    /// <summary>A word of a list; an empty cell is a fault too, where the column is one that must be filled.</summary>
    public T? OneOf<T>(string column, Func<string, T?> meaning, string allowed) where T : struct
    {
        var word = Compact(column);
        if (meaning(word) is { } known) return known;
        if (word.Length == 0) faults.Fault(Row, column, new("没有填写", "is empty"), OneOf(allowed));
        else faults.Fault(Row, column, new($"“{word}”不认识", $"“{word}” isn't known"), OneOf(allowed));
        return null;
    }

    /// <summary>Yes or no; null for an empty cell.</summary>
    public bool? YesOrNo(string column)
    {
        var word = Compact(column);
        if (word.Length == 0) return null;
        var answer = StaffWords.YesOrNo(word);
        if (answer is null) faults.Fault(Row, column, new($"“{word}”不认识", $"“{word}” isn't known"), OneOf("是 否 √ ×"));
        return answer;
    }

    /// <summary>A day or a month; <see cref="DateReading.Empty"/> for an empty cell or a stroke.</summary>
    public WrittenDate Date(string column)
    {
        if (Strokes.Contains(Compact(column))) return WrittenDate.Parse("");
        var date = WrittenDate.Parse(row[column]);
        if (date.Reading is DateReading.Ambiguous) AskMonth(column, Compact(column));
        else if (date.Reading is DateReading.Impossible) faults.Fault(Row, column, Not(column, "没有这一天", "is no real date"), RightDate);
        else if (date.Reading is DateReading.Unreadable) faults.Fault(Row, column, Not(column, "不是日期", "is no date"), RightDate);
        return date;
    }

    /// <summary>A period such as <c>2024-09~2029-08</c> in one form; as written, with a fault, if it can't be read.</summary>
    public string Period(string column)
    {
        var text = Compact(column).Replace('～', '~').Replace('至', '~').Replace("~今", "~至今", StringComparison.Ordinal);
        if (text.Length == 0 || Strokes.Contains(text)) return "";
        var ends = text.Split('~', '—', '–');
        if (ends.Length == 2 && WrittenDate.Parse(ends[0]) is { IsKnown: true } from)
        {
            if (ends[1] is "至今") return $"{from.Iso}~至今";
            if (WrittenDate.Parse(ends[1]) is { IsKnown: true } to && to.Last >= from.First) return $"{from.Iso}~{to.Iso}";
        }
        faults.Fault(Row, column, Not(column, "不是起止时间", "is no period"), new("请写成 2024-09~2029-08", "write it like 2024-09~2029-08"));
        return text;
    }

    /// <summary>The ID number in one form; of another kind of paper, the number as written.</summary>
    public IdNumber Id()
    {
        var column = Compact(RosterColumns.IdNumber).Length > 0 ? RosterColumns.IdNumber : RosterColumns.PaperNumber;
        var paper = Compact(RosterColumns.PaperKind);
        if (paper.Length > 0 && !paper.Contains("身份证", StringComparison.Ordinal))
        {
            return new IdNumber(IdNumberState.Valid, Compact(column).ToUpperInvariant(), null);
        }
        var id = IdNumber.Parse(row[column]);
        if (Damage(id.State) is { } what)
            faults.Fault(Row, column, what, new("请按证件填写18位号码,单元格设为文本", "type the 18 characters from the card, as text"));
        return id;
    }

    private void AskMonth(string column, string cell)
    {
        var year = cell[..4];
        faults.Fault(
            Row,
            column,
            new($"“{cell}”是{year}年1月,还是被存成数字的{year}年10月?", $"is “{cell}” January {year}, or October {year} stored as a number?"),
            new($"请写成 {year}-01 或 {year}-10", $"write {year}-01 or {year}-10"));
    }

    private Bilingual Not(string column, string zh, string en) => new($"“{Text(column)}”{zh}", $"“{Text(column)}” {en}");

    private static Bilingual RightDate => new("请写成 1985-07-09 或 1985-07", "write it like 1985-07-09 or 1985-07");

    private static Bilingual OneOf(string allowed) => new($"应为:{allowed}", $"must be one of: {allowed}");

    private static Bilingual? Damage(IdNumberState state) => state switch
    {
        IdNumberState.Scientific => new("号码成了科学计数法,末几位已丢失", "turned into scientific notation; its last digits are lost"),
        IdNumberState.Zeroed => new("号码末几位成了0", "its last digits turned into zeroes"),
        IdNumberState.WrongChecksum => new("校验码不对", "the check digit is wrong"),
        IdNumberState.Malformed => new("不是18位身份证号", "isn't an ID number of 18 characters"),
        _ => null,
    };
}
