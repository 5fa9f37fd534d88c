using System.Collections.Frozen;

namespace Workflows.Policy.Semesters;

/// <summary>学段: semesters begin and end at different days in different stages.</summary>
public enum SchoolStage
{
    /// <summary>幼儿园.</summary>
    Kindergarten,

    /// <summary>小学.</summary>
    Primary,

    /// <summary>初中.</summary>
    JuniorHigh,

    /// <summary>高中.</summary>
    SeniorHigh,

    /// <summary>中职.</summary>
    Vocational,
}

/// <summary>The words for school stages, in both directions. A word not listed has no meaning.</summary>
public static class SchoolStages
{
    /// <summary>The words as rosters and calendar files write them, for a remedy.</summary>
    public const string Words = "幼儿园 小学 初中 高中 中职";

    private static readonly FrozenDictionary<string, SchoolStage> Meanings =
        Words.Split(' ').Index().ToFrozenDictionary(word => word.Item, word => (SchoolStage)word.Index);

    /// <summary>The stage; null for a word that isn't listed.</summary>
    public static SchoolStage? Parse(string cell) => Meanings.TryGetValue(WrittenForm.Compact(cell), out var stage) ? stage : null;

    /// <summary>What a roster calls a stage.</summary>
    public static string Word(this SchoolStage stage) => Words.Split(' ')[(int)stage];

    /// <summary>The stage's name in both languages.</summary>
    public static Bilingual Name(this SchoolStage stage) => new(stage.Word(), stage switch
    {
        SchoolStage.Kindergarten => "kindergarten",
        SchoolStage.Primary => "primary school",
        SchoolStage.JuniorHigh => "junior high school",
        SchoolStage.SeniorHigh => "senior high school",
        SchoolStage.Vocational => "vocational school",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
    });
}
