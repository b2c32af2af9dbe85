import { describe } from "vitest";
import { exactIndex } from "../../src/adapters/memory/exact-index.ts";
import { testVectorIndex } from "../contracts/vector-index.ts";

describe("the exact index", () => testVectorIndex(exactIndex));
